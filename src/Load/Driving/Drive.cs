using System.Diagnostics;
using Hotline.Load.Measuring;

namespace Hotline.Load.Driving;

/// <summary>What a drive came to.</summary>
/// <param name="Succeeded">Requests that did what they were to.</param>
/// <param name="Failed">All others.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="PerSecond">Successes a second while new requests were still made; what a few stragglers take longer does not count.</param>
internal sealed record Driven(long Succeeded, long Failed, TimeSpan Elapsed, double PerSecond, Latencies Latencies);

/// <summary>The two ways of asking: as fast as the answers come, or as often as the world would.</summary>
internal static class Drive
{
    /// <summary>Closed loop: each of so many clients asks again as soon as it has its answer.</summary>
    public static async Task<Driven> ClosedAsync(int clients, TimeSpan duration, Func<long, Task<bool>> request, Action? succeeded = null)
    {
        var tally = new Tally(duration, succeeded);
        var next = -1L;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (!tally.IsOver)
            {
                var asked = Stopwatch.GetTimestamp();
                tally.Add(await request(Interlocked.Increment(ref next)), asked);
            }
        })));
        return tally.Result();
    }

    /// <summary>
    /// Open loop: requests start on schedule, however slow the answers are, and a latency counts from the moment the request was due – so that
    /// a stall is felt by everybody who would have come during it (no coordinated omission).
    /// </summary>
    public static async Task<Driven> OpenAsync(double perSecond, TimeSpan duration, Func<long, Task<bool>> request, Action? succeeded = null)
    {
        var tally = new Tally(duration, succeeded);
        var total = (long)(perSecond * duration.TotalSeconds);
        var under = new List<Task>((int)total);
        for (var number = 0L; number < total; number++)
        {
            var due = tally.Started + (long)(number / perSecond * Stopwatch.Frequency);
            var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early);
            }

            under.Add(AskAsync(number, due));
        }

        await Task.WhenAll(under);
        return tally.Result();

        async Task AskAsync(long number, long due)
        {
            await Task.Yield();
            tally.Add(await request(number), due);
        }
    }

    private sealed class Tally(TimeSpan duration, Action? onSuccess)
    {
        private readonly Latencies _latencies = new();
        private long _succeeded;
        private long _failed;
        private long _inTime;

        public long Started { get; } = Stopwatch.GetTimestamp();

        public bool IsOver => Since.Start(Started) >= duration;

        public void Add(bool success, long since)
        {
            _latencies.Record(Since.Start(since));
            if (!success)
            {
                Interlocked.Increment(ref _failed);
                return;
            }

            Interlocked.Increment(ref _succeeded);
            if (!IsOver)
            {
                Interlocked.Increment(ref _inTime);
            }

            onSuccess?.Invoke();
        }

        public Driven Result() => new(_succeeded, _failed, Since.Start(Started), _inTime / duration.TotalSeconds, _latencies);
    }
}
