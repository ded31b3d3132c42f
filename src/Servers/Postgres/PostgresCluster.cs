using Hotline.Servers.Launching;
using Npgsql;

namespace Hotline.Servers.Postgres;

/// <summary>One PostgreSQL server of ours: own folder, own port on 127.0.0.1, no socket that another account could reach.</summary>
public sealed class PostgresCluster(string folder, int port, string password, bool durable = true)
{
    public const string User = "postgres";

    private static readonly ServerAccount _account = new("postgres", RefusesRoot: true);

    private string Data => Path.Combine(folder, "data");

    /// <summary>Npgsql's connection string without a database.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = User, Password = password }.ConnectionString;

    /// <summary>Initializes the data folder unless an earlier start has done so completely.</summary>
    public async Task PrepareAsync(string runFolder, Action<string> line)
    {
        _account.OwnFolder(folder);
        if (!File.Exists(Path.Combine(Data, "postgresql.auto.conf")) || File.Exists(Unfinished))
        {
            await InitializeAsync(runFolder, line);
        }
    }

    public ChildCommand Command(int wave) => new()
    {
        Name = Path.GetFileName(folder),
        Line = _account.Wrap(folder, [PostgresInstallation.Program("postgres"), "-D", Data, .. Settings()]),
        Stop = StopSignal.Int,
        Wave = wave,
        WorkingDirectory = "/",
    };

    /// <summary>True when it accepts connections and our password.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Database=postgres;Pooling=false;Timeout=3");
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Creates the database unless it is there.</summary>
    public async Task CreateDatabaseAsync(string name, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Database=postgres;Pooling=false");
        await connection.OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await exists.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = new NpgsqlCommand($"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    private string Unfinished => Path.Combine(folder, "unfinished");

    /// <summary>The mark stands while initdb works, so that an interrupted one is done again.</summary>
    private async Task InitializeAsync(string runFolder, Action<string> line)
    {
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }

        _account.OwnFile(Unfinished, "");
        var passwordFile = _account.OwnFile(Path.Combine(folder, "password"), password);
        string[] initdb =
        [
            PostgresInstallation.Program("initdb"), "-D", Data, "-U", User, "--pwfile", passwordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var command = new ChildCommand { Name = Path.GetFileName(folder) + "-initdb", Line = _account.Wrap(folder, initdb), WorkingDirectory = "/" };
        var code = await Child.Start(command, runFolder, line).Exited;
        File.Delete(passwordFile);
        if (code != 0)
        {
            throw new InvalidOperationException($"initdb ended with {code}; see the log of {Path.GetFileName(folder)}.");
        }

        File.Delete(Unfinished);
    }

    private IEnumerable<string> Settings() =>
        PostgresSettings.For(port, durable).SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
}
