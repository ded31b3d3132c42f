using Hotline.ServiceDefaults.Errors;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Hotline.Hosting.Bus;

/// <summary>
/// Lets a consumer wait out what passes by itself, such as a database that restarts. The message waits in memory and what follows it in its case waits
/// behind it, so order is kept.
/// </summary>
internal sealed class Patience(IOptions<BusOptions> options, TimeProvider time)
{
    private readonly ResiliencePipeline _retries = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(PassingFaults.Passes),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = options.Value.LongestPause,
            MaxRetryAttempts = Math.Max(1, (int)(options.Value.Patience / options.Value.LongestPause)),
        })
        .Build();

    /// <summary>Does it, again and again as long as that may help.</summary>
    public async Task Run(Func<CancellationToken, Task> act, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(static async (work, token) => await work(token), act, cancellationToken);
}
