using System.Diagnostics;
using Hotline.Load.Measuring;

namespace Hotline.Load.Driving;

/// <summary>What a drive came to.</summary>
/// <param name="Succeeded">Requests that did what they were to.</param>
/// <param name="Failed">All others.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
internal sealed record Driven(long Succeeded, long Failed, TimeSpan Elapsed, Latencies Latencies)
{
    public double PerSecond => Succeeded / Elapsed.TotalSeconds;
}

/// <summary>The two ways of asking: as fast as the answers come, or as often as the world would.</summary>
internal static class Drive
{
    /// <summary>Closed loop: each of so many clients asks again as soon as it has its answer.</summary>
    public static async Task<Driven> ClosedAsync(int clients, TimeSpan duration, Func<long, Task<bool>> request, Action? succeeded = null)
    {
        var tally = new Tally(succeeded);
        var next = -1L;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Since.Start(started) < duration)
            {
                var asked = Stopwatch.GetTimestamp();
                tally.Add(await request(Interlocked.Increment(ref next)), asked);
            }
        })));
        return tally.Result(started);
    }

    /// <summary>
    /// Open loop: requests start on schedule, however slow the answers are, and a latency counts from the moment the request was due – so that
    /// a stall is felt by everybody who would have come during it (no coordinated omission).
    /// </summary>
    public static async Task<Driven> OpenAsync(double perSecond, TimeSpan duration, Func<long, Task<bool>> request, Action? succeeded = null)
    {
        var tally = new Tally(succeeded);
        var total = (long)(perSecond * duration.TotalSeconds);
        var under = new List<Task>((int)total);
        var started = Stopwatch.GetTimestamp();
        for (var number = 0L; number < total; number++)
        {
            var due = started + (long)(number / perSecond * Stopwatch.Frequency);
            var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early);
            }

            under.Add(AskAsync(number, due));
        }

        await Task.WhenAll(under);
        return tally.Result(started);

        async Task AskAsync(long number, long due)
        {
            await Task.Yield();
            tally.Add(await request(number), due);
        }
    }

    private sealed class Tally(Action? onSuccess)
    {
        private readonly Latencies _latencies = new();
        private long _succeeded;
        private long _failed;

        public void Add(bool success, long since)
        {
            _latencies.Record(Since.Start(since));
            if (success)
            {
                Interlocked.Increment(ref _succeeded);
                onSuccess?.Invoke();
            }
            else
            {
                Interlocked.Increment(ref _failed);
            }
        }

        public Driven Result(long started) => new(_succeeded, _failed, Since.Start(started), _latencies);
    }
}
