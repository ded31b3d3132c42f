using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yarp.ReverseProxy;

namespace Hotline.Gateway.Routing;

/// <summary>Degraded while some service has nobody to answer. Not unhealthy: the other services can still be reached through us.</summary>
internal sealed class DestinationsCheck(IProxyStateLookup proxy) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var empty = proxy.GetClusters().Any(cluster => cluster.DestinationsState.AvailableDestinations.Count == 0);
        return Task.FromResult(empty ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy());
    }
}
