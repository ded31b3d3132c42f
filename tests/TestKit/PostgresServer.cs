using System.Security.Cryptography;
using Hotline.Servers.Launching;
using Hotline.Servers.Postgres;

namespace Hotline.TestKit;

/// <summary>
/// A real PostgreSQL on a free port, one per test process, without fsync. Get it with <see cref="SharedAsync"/> and take a
/// database of your own from it; it ends with the test process.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> _shared = new(() => StartAsync("postgres"));
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(2);

    private readonly PostgresCluster _cluster;
    private readonly ServerLog _log = new();
    private Child? _child;
    private int _databases;

    private PostgresServer(PostgresCluster cluster) => _cluster = cluster;

    /// <summary>The server of this test process, started by whoever asks first.</summary>
    public static Task<PostgresServer> SharedAsync() => _shared.Value;

    /// <summary>A server of your own, for tests that stop or kill it.</summary>
    /// <param name="name">Unique in the test process.</param>
    /// <param name="durable">True when what was committed has to survive a kill.</param>
    public static async Task<PostgresServer> StartAsync(string name, bool durable = false)
    {
        var folder = Path.Combine(Workspace.Folder, name);
        var server = new PostgresServer(new PostgresCluster(folder, FreePorts.Next(), RandomNumberGenerator.GetHexString(16), durable));
        await server._cluster.PrepareAsync(Workspace.RunFolder, server._log.Add);
        await server.StartAsync();
        return server;
    }

    /// <summary>Npgsql's connection string without a database.</summary>
    public string ConnectionString => _cluster.ConnectionString;

    /// <summary>A fresh, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await _cluster.CreateDatabaseAsync(name, CancellationToken.None);
        return $"{ConnectionString};Database={name}";
    }

    /// <summary>Starts it again on the same port after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        _child = Child.Start(_cluster.Command(wave: 0), Workspace.RunFolder, _log.Add);
        await Ready.WaitAsync("PostgreSQL", _cluster.IsReadyAsync, _child.Exited, _log, _deadline);
    }

    /// <summary>PostgreSQL's fast stop: open transactions are rolled back.</summary>
    public Task StopAsync() => _child!.StopAsync(_deadline);

    /// <summary>kill -9, as the machine would in want of memory.</summary>
    public Task KillAsync()
    {
        _child!.Signal(StopSignal.Kill);
        return _child.Exited;
    }
}
