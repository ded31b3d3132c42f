using System.Reflection;
using DbUp;
using DbUp.Engine.Output;
using Npgsql;

namespace Hotline.Ledger.Schema;

/// <summary>Runs numbered, forward-only SQL embedded in an assembly's <c>Schema</c> folder. Safe to run from any number of processes at once.</summary>
public static class SchemaMigrator
{
    /// <summary>Applies what is missing, in the order of the file names; journals in <c>{schema}.schema_version</c>.</summary>
    /// <exception cref="InvalidOperationException">A script failed; nothing of it was applied.</exception>
    /// <param name="folder">Part of the resource name that marks the scripts, e.g. <c>.Schema.</c>.</param>
    public static async Task Migrate(string connectionString, Assembly scripts, string folder, string schema, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        // One migrator at a time, whatever the schema: "create schema if not exists" itself is not safe against a race.
        await Execute(connection, "select pg_advisory_lock(hashtext('hotline-migrator'))", cancellationToken);
        try
        {
            await Execute(connection, $"create schema if not exists {schema}", cancellationToken);
            var result = DeployChanges.To.PostgresqlDatabase(connectionString)
                .WithScriptsEmbeddedInAssembly(scripts, name => name.Contains(folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .JournalToPostgresqlTable(schema, "schema_version")
                .WithTransactionPerScript()
                .LogTo(new NoOpUpgradeLog())
                .Build()
                .PerformUpgrade();
            if (!result.Successful)
                throw new InvalidOperationException($"Migration of schema {schema} failed at {result.ErrorScript?.Name}.", result.Error);
        }
        finally
        {
            await Execute(connection, "select pg_advisory_unlock(hashtext('hotline-migrator'))", CancellationToken.None);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
