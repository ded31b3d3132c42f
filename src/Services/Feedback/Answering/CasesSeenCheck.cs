using Hotline.Contracts.Cases;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hotline.Feedback.Answering;

/// <summary>Not ready until the cluster has shown its cases once, so that the first citizen's answer finds them. A later outage is told to whoever asks then.</summary>
internal sealed class CasesSeenCheck(CaseDoor door) : IHealthCheck
{
    private volatile bool _seen;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        _seen = _seen || IsKnown();
        return Task.FromResult(_seen ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No silo with cases has been seen yet."));
    }

    private bool IsKnown()
    {
        try
        {
            return door(default(CaseId)) is not null;
        }
        catch (ArgumentException)
        {
            // How Orleans says that no silo has grains of this kind.
            return false;
        }
    }
}
