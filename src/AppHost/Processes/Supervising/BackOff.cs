using Polly;
using Polly.Retry;

namespace Hotline.AppHost.Processes.Supervising;

/// <summary>How a life ended.</summary>
internal enum Ending
{
    /// <summary>We wanted it.</summary>
    Asked,

    /// <summary>It had served for a while: the next start is as good as the first.</summary>
    AfterServing,

    /// <summary>It never served, or only for a moment.</summary>
    Early,
}

/// <summary>Restarts a process that keeps failing ever more slowly, up to a limit that an operator still notices.</summary>
internal static class BackOff
{
    public static ResiliencePipeline<Ending> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<Ending> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Ending>
            {
                ShouldHandle = new PredicateBuilder<Ending>().HandleResult(Ending.Early),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(30),
                UseJitter = true,
            })
            .Build();
}
