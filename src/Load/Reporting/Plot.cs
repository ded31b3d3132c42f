using Hotline.Load.Measuring;

namespace Hotline.Load.Reporting;

/// <summary>One picture of the HTML report: values over labels.</summary>
/// <param name="Unit">Of the values.</param>
/// <param name="Line">A line over time; bars otherwise.</param>
internal sealed record Plot(string Title, string Unit, bool Line, IReadOnlyList<(string Label, double Value)> Points)
{
    public static Plot OfLatencies(string title, Latencies latencies) => new(
        title, "requests", Line: false, [.. latencies.Steps().Where(step => step.Count > 0).Select(step => ($"{step.Milliseconds:0.##} ms", (double)step.Count))]);

    public static IEnumerable<Plot> OfMoments(string phase, IReadOnlyList<Moment> moments) =>
    [
        OverTime($"Throughput, {phase}", "per second", moments, moment => moment.Succeeded),
        OverTime($"Events waiting for the relay, {phase}", "events", moments, moment => moment.Behind.Unpublished),
        OverTime($"Messages in queues, {phase}", "messages", moments, moment => moment.Behind.Queued),
    ];

    public static Plot OfCpu(string title, Phase phase) => new(title, "ms", Line: false,
        [.. phase.Cpu.ByProcess.Select(entry => (entry.Key, entry.Value.TotalMilliseconds / Math.Max(1, phase.Driven.Succeeded)))]);

    private static Plot OverTime(string title, string unit, IReadOnlyList<Moment> moments, Func<Moment, double> value) =>
        new(title, unit, Line: true, [.. moments.Select(moment => ($"{moment.Second:0} s", value(moment)))]);
}
