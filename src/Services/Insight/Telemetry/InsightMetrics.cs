using System.Diagnostics.Metrics;
using Hotline.Contracts.Cases;

namespace Hotline.Insight.Telemetry;

/// <summary>What the projection tells of itself.</summary>
internal sealed class InsightMetrics
{
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _events;
    private readonly Counter<long> _rows;

    public InsightMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Hotline.Insight");
        _lag = meter.CreateHistogram<double>(
            "hotline.insight.projection.lag", "s", "From the decision of the oldest event of a batch until its case is visible.");
        _duration = meter.CreateHistogram<double>("hotline.insight.projection.duration", "s", "Time to apply one batch.");
        _events = meter.CreateCounter<long>("hotline.insight.projection.events", "{event}", "Events applied, repetitions included.");
        _rows = meter.CreateCounter<long>("hotline.insight.projection.rows", "{row}", "Rows joined: distinct cases per batch.");
    }

    public void Applied(IReadOnlyList<ICaseEvent> events, int rows, DateTimeOffset now, TimeSpan took)
    {
        _lag.Record((now - events.Min(happened => happened.At)).TotalSeconds);
        _duration.Record(took.TotalSeconds);
        _events.Add(events.Count);
        _rows.Add(rows);
    }
}
