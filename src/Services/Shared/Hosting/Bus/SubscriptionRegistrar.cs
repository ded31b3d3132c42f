using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hotline.Hosting.Bus;

/// <summary>Writes down that this service's queues exist, once the bus is up and has declared them.</summary>
internal sealed class SubscriptionRegistrar(
    IBusControl bus, BusSubscriptions subscriptions, NpgsqlDataSource database, TimeProvider time, ILogger<SubscriptionRegistrar> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (bus.CheckHealth().Status != BusHealthStatus.Healthy)
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, stoppingToken);
        foreach (var queue in subscriptions.Queues)
            await Declared(queue, stoppingToken);
    }

    // The database may be away just now. An exception that leaves a background service would end the whole process.
    private async Task Declared(string queue, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await Write(queue, stoppingToken);
                return;
            }
            catch (NpgsqlException fault)
            {
                BusLog.NotWrittenDown(log, queue, fault);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task Write(string queue, CancellationToken stoppingToken)
    {
        await using var command = database.CreateCommand(
            "insert into bus.subscription (queue, service, declared_at) values ($1, $2, $3) on conflict (queue) do update set declared_at = excluded.declared_at");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = queue });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = subscriptions.Service });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(stoppingToken);
    }
}

/// <summary>Not ready until the bus was up once; after that a broker outage only degrades.</summary>
internal sealed class BusStartedCheck(IBusControl bus) : IHealthCheck
{
    private volatile bool _started;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        _started |= bus.CheckHealth().Status == BusHealthStatus.Healthy;
        return Task.FromResult(_started ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The bus has not connected yet."));
    }
}
