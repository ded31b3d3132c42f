using System.Diagnostics;
using HdrHistogram;

namespace Hotline.Load.Measuring;

/// <summary>Latencies from one microsecond to two minutes, to three digits. Safe for many writers.</summary>
internal sealed class Latencies
{
    private const int Digits = 3;
    private static readonly long _highest = Micros(TimeSpan.FromMinutes(2));
    private readonly LongConcurrentHistogram _histogram = new(1, _highest, Digits);

    public long Count => _histogram.TotalCount;

    public void Record(TimeSpan latency) => _histogram.RecordValue(Math.Clamp(Micros(latency), 1, _highest));

    /// <summary>Milliseconds within which this share of all requests was answered.</summary>
    /// <param name="percent">0–100.</param>
    public double Milliseconds(double percent) => Count == 0 ? 0 : _histogram.GetValueAtPercentile(percent) / 1000.0;

    public Percentiles Percentiles => new(Milliseconds(50), Milliseconds(95), Milliseconds(99), Milliseconds(99.9));

    /// <summary>Counts by latency, for a plot: four steps to each doubling.</summary>
    public IReadOnlyList<(double Milliseconds, long Count)> Steps() =>
        [.. _histogram.RecordedValues().GroupBy(value => (int)(Math.Log2(Math.Max(1, value.ValueIteratedTo)) * 4)).OrderBy(step => step.Key)
            .Select(step => (step.Max(value => value.ValueIteratedTo) / 1000.0, step.Sum(value => value.CountAddedInThisIterationStep)))];

    private static long Micros(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}

/// <summary>Milliseconds.</summary>
internal sealed record Percentiles(double P50, double P95, double P99, double P999);

/// <summary>Time since a moment of the monotonic clock.</summary>
internal static class Since
{
    public static TimeSpan Start(long timestamp) => Stopwatch.GetElapsedTime(timestamp);
}
