using System.Diagnostics.Metrics;
using Hotline.Cities.Clocks;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Scanning;

namespace Hotline.Escalation.Measuring;

/// <summary>The instruments of this service.</summary>
internal static class DeadlineMeter
{
    public const string Name = "Hotline.Escalation";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> TakenSteps =
        Meter.CreateCounter<long>("hotline.escalation.steps", "{step}", "Warnings, urgings and supervisions that a case has taken down.");

    private static readonly Histogram<double> Delay =
        Meter.CreateHistogram<double>("hotline.escalation.step.delay", "s", "From the time a step was due to the time the case had it.");

    private static IReadOnlyList<ClockCount> _counts = [];
    private static double _lag;

    static DeadlineMeter()
    {
        Meter.CreateObservableGauge("hotline.escalation.deadlines.running", () => Measure(one => one.Running), "{deadline}", "Clocks that run.");
        Meter.CreateObservableGauge("hotline.escalation.deadlines.late", () => Measure(one => one.Late), "{deadline}", "Running clocks past their due time.");
        Meter.CreateObservableGauge("hotline.escalation.scan.lag", () => Volatile.Read(ref _lag), "s", "How long the most overdue step has been waiting for a scanner.");
    }

    public static void StepTaken(ClockName clock, Step step, DateTimeOffset now)
    {
        var tags = new KeyValuePair<string, object?>[] { new("clock", clock.Word()), new("step", step.Word) };
        TakenSteps.Add(1, tags);
        Delay.Record((now - step.At).TotalSeconds, tags);
    }

    /// <summary>Takes over what the table says now; read whenever somebody collects.</summary>
    public static void Show(IReadOnlyList<ClockCount> counts, TimeSpan lag)
    {
        Volatile.Write(ref _counts, counts);
        Volatile.Write(ref _lag, lag.TotalSeconds);
    }

    private static IEnumerable<Measurement<long>> Measure(Func<ClockCount, long> figure) =>
        Volatile.Read(ref _counts).Select(one => new Measurement<long>(figure(one), new KeyValuePair<string, object?>("clock", one.Clock)));
}

/// <summary>How many clocks of one name run, and how many of them are late.</summary>
internal sealed record ClockCount(string Clock, long Running, long Late);
