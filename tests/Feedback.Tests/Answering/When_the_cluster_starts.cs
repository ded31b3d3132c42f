using Hotline.Feedback.Answering;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hotline.Feedback.Tests.Answering;

public class When_the_cluster_starts
{
    [Fact]
    public async Task Citizens_are_let_in_once_cases_were_seen_and_stay_in_when_they_are_away()
    {
        var cases = new AskedCases().Door;
        var (known, away) = (false, new ArgumentException("Could not find an implementation for interface ICaseGrain"));
        var check = new CasesSeenCheck(id => known ? cases(id) : throw away);

        Assert.Equal(HealthStatus.Unhealthy, await Status());
        known = true;
        Assert.Equal(HealthStatus.Healthy, await Status());
        known = false;
        Assert.Equal(HealthStatus.Healthy, await Status());

        async Task<HealthStatus> Status() => (await check.CheckHealthAsync(new HealthCheckContext())).Status;
    }
}
