using System.Reflection;
using Hotline.Ledger.Schema;
using Hotline.ServiceDefaults.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Hosting.Database;

/// <summary>Brings one schema up to date before anything else of the process starts, and waits for a database that is away just then.</summary>
internal sealed class DatabaseMigration(
    string connectionString, Assembly scripts, string scriptFolder, string schema, ILogger<DatabaseMigration> log) : IHostedLifecycleService
{
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
            catch (Exception fault) when (PassingFaults.Passes(fault))
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
}
