using Hotline.Load.Driving;
using Hotline.Load.Measuring;
using Hotline.Load.Reporting;
using Hotline.Servers.Controlling;

namespace Hotline.Load.Intake;

/// <summary>Everything <c>load intake</c> measured.</summary>
internal sealed record IntakeReport(
    IntakePlan Plan, Driven Ceiling, Phase Closed, Phase Open, Latencies Department, IReadOnlyList<ProcessReport> Processes) : IReport
{
    public string Title => "Intake";

    /// <summary>Latencies are those of the open loop, at its rate; the rest is the closed loop's.</summary>
    public object Json => new
    {
        acceptedPerSecond = Math.Round(Closed.Driven.PerSecond, 1),
        ceilingPerSecond = Math.Round(Ceiling.PerSecond, 1),
        ratio = Math.Round(Closed.Driven.PerSecond / Ceiling.PerSecond, 4),
        p50Ms = Open.Driven.Latencies.Milliseconds(50),
        p95Ms = Open.Driven.Latencies.Milliseconds(95),
        p99Ms = Open.Driven.Latencies.Milliseconds(99),
        p999Ms = Open.Driven.Latencies.Milliseconds(99.9),
        errors = Closed.Driven.Failed + Open.Driven.Failed,
        catchUpSeconds = Closed.CatchUp?.TotalSeconds,
        cpuMsPerCase = Math.Round(Closed.CpuMillisecondsPerCase, 3),
        rate = Plan.Rate,
        openAcceptedPerSecond = Math.Round(Open.Driven.PerSecond, 1),
        openCatchUpSeconds = Open.CatchUp?.TotalSeconds,
        openCpuMsPerCase = Math.Round(Open.CpuMillisecondsPerCase, 3),
        departmentP50Ms = Department.Milliseconds(50),
        departmentP99Ms = Department.Milliseconds(99),
        departmentEvents = Department.Count,
        cpuMsPerCaseByProcess = Closed.CpuMillisecondsPerCaseByProcess,
        memoryMb = Processes.ToDictionary(process => process.Name, process => process.MemoryMb),
    };

    public IReadOnlyList<Section> Sections =>
    [
        new("Rates",
        [
            Row.Of("ceiling: bare endpoint, one insert", $"{Ceiling.PerSecond:0} /s"),
            Row.Of($"intake, closed loop of {Plan.Clients}", $"{Closed.Driven.PerSecond:0} /s"),
            Row.Of("ratio", $"{Closed.Driven.PerSecond / Ceiling.PerSecond:P1}"),
            Row.Of("errors", $"{Closed.Driven.Failed + Open.Driven.Failed}"),
        ]),
        new("Latency in ms: p50 / p95 / p99 / p99.9",
        [
            Row.Of($"closed loop of {Plan.Clients}", Row.Of(Closed.Driven.Latencies.Percentiles)),
            Row.Of($"open loop at {Plan.Rate:0} /s", Row.Of(Open.Driven.Latencies.Percentiles)),
            Row.Of($"event in the department's queue ({Department.Count})", Row.Of(Department.Percentiles)),
            Row.Of("ceiling", Row.Of(Ceiling.Latencies.Percentiles)),
        ]),
        new("Everything has caught up after",
        [
            Row.Of("closed loop", Row.Of(Closed.CatchUp)),
            Row.Of($"open loop at {Plan.Rate:0} /s", Row.Of(Open.CatchUp)),
        ]),
        Section.OfCpu("CPU in ms a case, until caught up: closed / open loop", Processes, Closed, Open),
    ];

    public IReadOnlyList<Plot> Plots =>
    [
        Plot.OfLatencies("Latency, closed loop", Closed.Driven.Latencies),
        Plot.OfLatencies($"Latency, open loop at {Plan.Rate:0} /s", Open.Driven.Latencies),
        .. Plot.OfMoments("closed loop", Closed.Moments),
        .. Plot.OfMoments($"open loop at {Plan.Rate:0} /s", Open.Moments),
        Plot.OfCpu("CPU by process, closed loop, ms a case", Closed),
    ];
}
