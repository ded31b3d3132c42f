using Hotline.Load.Driving;
using Hotline.Load.Running;

namespace Hotline.Load.Measuring;

/// <summary>One measured stretch of load, and what followed until everything had caught up.</summary>
/// <param name="Cpu">CPU of each process from the first request until everything had caught up.</param>
/// <param name="CatchUp">From the last answer until nothing was behind; null when it did not come to that.</param>
/// <param name="Moments">One a second.</param>
internal sealed record Phase(Driven Driven, ProcessTimes Cpu, TimeSpan? CatchUp, IReadOnlyList<Moment> Moments)
{
    /// <summary>CPU of Hotline and its servers, without the generator.</summary>
    public double CpuMillisecondsPerCase => Cpu.Total.TotalMilliseconds / Math.Max(1, Driven.Succeeded);

    /// <summary>The same by process, the generator too; rounded to microseconds.</summary>
    public IReadOnlyDictionary<string, double> CpuMillisecondsPerCaseByProcess => Cpu.ByProcess.ToDictionary(
        entry => entry.Key, entry => Math.Round(entry.Value.TotalMilliseconds / Math.Max(1, Driven.Succeeded), 3));

    /// <param name="instance">What is measured.</param>
    /// <param name="backlog">What is behind.</param>
    /// <param name="patience">How long to wait for it to catch up.</param>
    /// <param name="drive">The load; calls what it is given for every success.</param>
    public static async Task<Phase> RunAsync(Instance instance, BacklogProbe backlog, TimeSpan patience, Func<Action, Task<Driven>> drive)
    {
        var before = await ProcessTimes.ReadAsync(instance);
        await using var recorder = Recorder.Start(backlog);
        var driven = await drive(recorder.Count);
        var catchUp = await backlog.DrainedAsync(patience);
        var moments = await recorder.StopAsync();
        return new Phase(driven, (await ProcessTimes.ReadAsync(instance)).Since(before), catchUp, moments);
    }
}

/// <summary>How things stood at a second of a phase.</summary>
/// <param name="Second">Since its start.</param>
/// <param name="Succeeded">Requests that succeeded in that second.</param>
/// <param name="Behind">What was behind then.</param>
internal sealed record Moment(double Second, long Succeeded, Backlog Behind);

/// <summary>Writes down once a second what was done and what is behind.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Moment> _moments = [];
    private readonly BacklogProbe _backlog;
    private readonly Task _running;
    private long _succeeded;

    private Recorder(BacklogProbe backlog)
    {
        _backlog = backlog;
        _running = RunAsync();
    }

    public static Recorder Start(BacklogProbe backlog) => new(backlog);

    /// <summary>One more request succeeded.</summary>
    public void Count() => Interlocked.Increment(ref _succeeded);

    public async Task<IReadOnlyList<Moment>> StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
        return _moments;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var before = 0L;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var succeeded = Interlocked.Read(ref _succeeded);
            _moments.Add(new Moment(Since.Start(started).TotalSeconds, succeeded - before, await _backlog.ReadAsync(thorough: false)));
            before = succeeded;
        }
    }
}
