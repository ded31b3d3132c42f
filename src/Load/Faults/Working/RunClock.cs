using System.Diagnostics;

namespace Hotline.Load.Faults.Working;

/// <summary>Time since the start of the load in which this process could work. When the machine stands still, as virtual ones do, so does
/// this clock: else all that was missed would be made up for at once, and that would be another load than was asked for.</summary>
internal sealed class RunClock : IAsyncDisposable
{
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _over = new();
    private readonly Task _ticking;
    private long _elapsed;

    public RunClock() => _ticking = TickAsync();

    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _elapsed));

    /// <summary>Returns when it is that late.</summary>
    public async Task UntilAsync(TimeSpan time)
    {
        while (Elapsed < time)
        {
            var left = time - Elapsed;
            await Task.Delay(left < _longest ? left + _tick : _longest);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _ticking;
        _over.Dispose();
    }

    private async Task TickAsync()
    {
        var watch = Stopwatch.StartNew();
        while (!_over.IsCancellationRequested)
        {
            await Task.Delay(_tick);
            var passed = watch.Elapsed;
            watch.Restart();
            Interlocked.Add(ref _elapsed, (passed < _longest ? passed : _longest).Ticks);
        }
    }
}
