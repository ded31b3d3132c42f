using System.Reflection;
using Hotline.Ledger.Schema;
using Microsoft.Extensions.Hosting;

namespace Hotline.Hosting.Database;

/// <summary>Brings one schema up to date before anything else of the process starts.</summary>
internal sealed class DatabaseMigration(string connectionString, Assembly scripts, string scriptFolder, string schema) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        SchemaMigrator.Migrate(connectionString, scripts, scriptFolder, schema, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
