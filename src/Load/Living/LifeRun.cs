using Hotline.Load.Driving;
using Hotline.Load.Measuring;
using Hotline.Load.Reporting;
using Hotline.Load.Running;
using Hotline.Servers.Controlling;

namespace Hotline.Load.Living;

/// <summary>Whole lives of the three lines in the mission's proportions, as many at once as asked for.</summary>
internal static class LifeRun
{
    private const int Proportions = 10_007;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    public static async Task<LifeReport> RunAsync(Instance instance, int lives, TimeSpan duration, Action<string> step)
    {
        using var api = new Api(instance.Gateway, new Tokens(instance.Place, instance.Gateway, TimeProvider.System));
        await using var backlog = await BacklogProbe.OpenAsync(instance.Addresses);
        await using var offers = await OfferTap.StartAsync(instance);
        await using var departments = await DepartmentReaders.StartAsync(api);
        var history = new History(Proportions);

        step($"Warming up for {_warmUp.TotalSeconds:0} s");
        await Drive.ClosedAsync(lives, _warmUp, number => LiveAsync(new Life(api, offers, new Latencies()), number));

        step($"Whole lives: {lives} at once for {duration.TotalSeconds:0} s");
        var acts = new Latencies();
        var life = new Life(api, offers, acts);
        var phase = await Phase.RunAsync(instance, backlog, _patience, lived => Drive.ClosedAsync(lives, duration, number => LiveAsync(life, number + Proportions / 2), lived));
        return new LifeReport(lives, phase, acts, await instance.ProcessesAsync(memory: true));

        async Task<bool> LiveAsync(Life one, long number)
        {
            try
            {
                await one.LiveAsync(number, history[(int)(number % Proportions)]);
                return true;
            }
            catch (LifeFailedException failed)
            {
                step(failed.Message);
                return false;
            }
        }
    }
}

/// <summary>Everything <c>load life</c> measured.</summary>
internal sealed record LifeReport(int Lives, Phase Phase, Latencies Acts, IReadOnlyList<ProcessReport> Processes) : IReport
{
    public string Title => "Life";

    private double ActsPerSecond => Acts.Count * Phase.Driven.PerSecond / Math.Max(1, Phase.Driven.Succeeded);

    public object Json => new
    {
        livesPerSecond = Math.Round(Phase.Driven.PerSecond, 1),
        actsPerSecond = Math.Round(ActsPerSecond, 1),
        actP50Ms = Acts.Milliseconds(50),
        actP95Ms = Acts.Milliseconds(95),
        actP99Ms = Acts.Milliseconds(99),
        errors = Phase.Driven.Failed,
        catchUpSeconds = Phase.CatchUp?.TotalSeconds,
        cpuMsPerLife = Math.Round(Phase.CpuMillisecondsPerCase, 2),
        cpuMsPerLifeByProcess = Phase.Cpu.ByProcess.ToDictionary(
            entry => entry.Key, entry => Math.Round(entry.Value.TotalMilliseconds / Math.Max(1, Phase.Driven.Succeeded), 2)),
    };

    public IReadOnlyList<Section> Sections =>
    [
        new("Whole lives",
        [
            Row.Of($"lives, {Lives} at once", $"{Phase.Driven.PerSecond:0.0} /s"),
            Row.Of("acts", $"{ActsPerSecond:0} /s"),
            Row.Of("latency of an act in ms: p50 / p95 / p99 / p99.9", Row.Of(Acts.Percentiles)),
            Row.Of("lives that failed", $"{Phase.Driven.Failed}"),
            Row.Of("everything has caught up after", Row.Of(Phase.CatchUp)),
        ]),
        Section.OfCpu("CPU in ms a life, until caught up", Processes, Phase),
    ];

    public IReadOnlyList<Plot> Plots =>
        [Plot.OfLatencies("Latency of an act", Acts), .. Plot.OfMoments("lives", Phase.Moments), Plot.OfCpu("CPU by process, ms a life", Phase)];
}
