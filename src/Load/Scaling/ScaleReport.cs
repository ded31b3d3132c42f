using Hotline.Load.Reporting;

namespace Hotline.Load.Scaling;

/// <summary>Everything <c>load scale</c> measured.</summary>
internal sealed record ScaleReport(IReadOnlyList<ScaleStep> Steps) : IReport
{
    public string Title => "Scale";

    public object Json => new
    {
        steps = Steps.Select(step => new
        {
            cases = step.Cases,
            cpuMsPerCase = Math.Round(step.Intake.CpuMillisecondsPerCase, 3),
            cpuMsPerCaseByProcess = step.Intake.CpuMillisecondsPerCaseByProcess,
            p99Ms = step.Intake.Driven.Latencies.Milliseconds(99),
            acceptedPerSecond = Math.Round(step.Intake.Driven.PerSecond, 1),
            readP95Ms = step.Reads.ToDictionary(read => read.Key, read => read.Value.Milliseconds(95)),
            memoryMb = step.IdleMemoryMb,
        }),
        costRatio = Math.Round(Steps[^1].Intake.CpuMillisecondsPerCase / Steps[0].Intake.CpuMillisecondsPerCase, 3),
    };

    public IReadOnlyList<Section> Sections => [.. Steps.Select(step => new Section($"{step.Cases:N0} cases stored",
    [
        Row.Of("CPU a new case, until caught up", $"{step.Intake.CpuMillisecondsPerCase:0.00} ms"),
        Row.Of("cost against the smallest", $"{step.Intake.CpuMillisecondsPerCase / Steps[0].Intake.CpuMillisecondsPerCase:0.00} ×"),
        .. step.Intake.CpuMillisecondsPerCaseByProcess.Where(entry => entry.Value >= 0.01).Select(entry => Row.Of($"of which {entry.Key}", $"{entry.Value:0.00} ms")),
        Row.Of("intake in ms: p50 / p95 / p99 / p99.9", Row.Of(step.Intake.Driven.Latencies.Percentiles)),
        .. step.Reads.Select(read => Row.Of($"{read.Key} in ms: p50 / p95 / p99 / p99.9", Row.Of(read.Value.Percentiles))),
        Row.Of("memory of cases / insight / postgres", $"{step.IdleMemoryMb["cases"]} / {step.IdleMemoryMb["insight"]} / {step.IdleMemoryMb["postgres"]} MB"),
    ]))];

    public IReadOnlyList<Plot> Plots => [.. Steps.SelectMany(step => Plot.OfMoments($"{step.Cases:N0} cases", step.Intake.Moments))];
}
