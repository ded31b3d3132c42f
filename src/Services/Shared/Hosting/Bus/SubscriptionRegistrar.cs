using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Hotline.Hosting.Bus;

/// <summary>Writes down that this service's queues exist, once the bus is up and has declared them.</summary>
internal sealed class SubscriptionRegistrar(IBusControl bus, BusSubscriptions subscriptions, NpgsqlDataSource database, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (bus.CheckHealth().Status != BusHealthStatus.Healthy)
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, stoppingToken);
        foreach (var queue in subscriptions.Queues)
        {
            await using var command = database.CreateCommand(
                "insert into bus.subscription (queue, service, declared_at) values ($1, $2, $3) on conflict (queue) do update set declared_at = excluded.declared_at");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = queue });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = subscriptions.Service });
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() });
            await command.ExecuteNonQueryAsync(stoppingToken);
        }
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
