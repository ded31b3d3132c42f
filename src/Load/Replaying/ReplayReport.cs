using Hotline.Load.Living;
using Hotline.Load.Measuring;
using Hotline.Load.Reporting;
using Hotline.Servers.Controlling;

namespace Hotline.Load.Replaying;

/// <summary>Everything <c>load replay</c> measured, and whether the figures are exact.</summary>
internal sealed record ReplayReport(
    History History, int Lives, Phase Phase, Latencies Acts, Figures Expected, Figures Found, IReadOnlyList<ProcessReport> Processes) : IReport
{
    public string Title => "Replay";

    /// <summary>Every figure equals what was put in, to the last bit.</summary>
    public bool Exact => Expected == Found && Phase.Driven.Failed == 0;

    public object Json => new
    {
        exact = Exact,
        cases = History.Cases,
        minutes = Math.Round(Phase.Driven.Elapsed.TotalMinutes, 2),
        livesPerSecond = Math.Round(Phase.Driven.PerSecond, 1),
        actsPerSecond = Math.Round(Acts.Count / Phase.Driven.Elapsed.TotalSeconds, 1),
        errors = Phase.Driven.Failed,
        catchUpSeconds = Phase.CatchUp?.TotalSeconds,
        expected = Expected,
        found = Found,
    };

    public IReadOnlyList<Section> Sections =>
    [
        new($"{History.Cases} cases, whole lives: put in / found",
        [
            Row.Of("cases", $"{Expected.Total} / {Found.Total}"),
            Row.Of("life services", $"{Expected.LifeService} / {Found.LifeService}"),
            Row.Of("consultations", $"{Expected.Consultation} / {Found.Consultation}"),
            Row.Of("efficiency cases", $"{Expected.Efficiency} / {Found.Efficiency}"),
            Row.Of("closed", $"{Expected.Closed} / {Found.Closed}"),
            Row.Of("open and late", $"{Expected.Due} / {Found.Due}"),
            Row.Of("excluded (withdrawn)", $"{Expected.Excluded} / {Found.Excluded}"),
            Row.Of("completion", $"{Expected.CompletionRate:P4} / {Found.CompletionRate:P4}"),
            Row.Of("satisfaction", $"{Expected.SatisfactionRate:P4} / {Found.SatisfactionRate:P4}"),
            Row.Of("exact", Exact ? "yes" : "NO"),
        ]),
        new("Speed",
        [
            Row.Of($"lives, {Lives} at once", $"{Phase.Driven.PerSecond:0.0} /s"),
            Row.Of("took", $"{Phase.Driven.Elapsed.TotalMinutes:0.0} min"),
            Row.Of("acts", $"{Acts.Count / Phase.Driven.Elapsed.TotalSeconds:0} /s"),
            Row.Of("latency of an act in ms: p50 / p95 / p99 / p99.9", Row.Of(Acts.Percentiles)),
            Row.Of("lives that failed", $"{Phase.Driven.Failed}"),
            Row.Of("everything has caught up after", Row.Of(Phase.CatchUp)),
        ]),
        Section.OfCpu("CPU in ms a life, until caught up", Processes, Phase),
    ];

    public IReadOnlyList<Plot> Plots => [Plot.OfLatencies("Latency of an act", Acts), .. Plot.OfMoments("replay", Phase.Moments), Plot.OfCpu("CPU by process, ms a life", Phase)];
}
