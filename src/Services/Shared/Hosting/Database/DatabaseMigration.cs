using System.Reflection;
using Hotline.Ledger.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hotline.Hosting.Database;

/// <summary>Brings one schema up to date before anything else of the process starts, and waits for a database that is away just then.</summary>
internal sealed class DatabaseMigration(
    string connectionString, Assembly scripts, string scriptFolder, string schema, ILogger<DatabaseMigration> log) : IHostedLifecycleService
{
    /// <summary>Class of PostgreSQL's codes for "I am being stopped, or not up yet".</summary>
    private const string OperatorIntervention = "57P";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var isAway = true; isAway;)
        {
            try
            {
                await SchemaMigrator.Migrate(connectionString, scripts, scriptFolder, schema, cancellationToken);
                isAway = false;
            }
            catch (Exception fault) when (IsAway(fault) || IsAway(fault.InnerException))
            {
                DatabaseLog.Away(log, schema, fault);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsAway(Exception? fault) =>
        fault is NpgsqlException { IsTransient: true } || fault is PostgresException stopped && stopped.SqlState.StartsWith(OperatorIntervention, StringComparison.Ordinal);
}
