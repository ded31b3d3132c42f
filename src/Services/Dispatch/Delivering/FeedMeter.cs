using System.Diagnostics.Metrics;

namespace Hotline.Dispatch.Delivering;

/// <summary>Measures of the department feed, under meter <c>Hotline.Dispatch</c>.</summary>
internal sealed class FeedMeter
{
    private readonly Counter<long> _published;
    private readonly Counter<long> _early;
    private readonly Histogram<double> _wave;
    private readonly Gauge<double> _lag;

    public FeedMeter(IMeterFactory meters)
    {
        var meter = meters.Create("Hotline.Dispatch");
        _published = meter.CreateCounter<long>("hotline.dispatch.feed.published", "{event}", "Events confirmed by departments' queues");
        _early = meter.CreateCounter<long>("hotline.dispatch.feed.early", "{event}", "Events that came before an earlier one of their case");
        _lag = meter.CreateGauge<double>("hotline.dispatch.feed.lag", "s", "Age of the oldest event that its department's queue has not taken");
        _wave = meter.CreateHistogram<double>("hotline.dispatch.feed.publish.duration", "s", "Time from publishing to the broker's confirmation");
    }

    public void Early(int count) => _early.Add(count);

    public void Lag(TimeSpan age) => _lag.Record(age.TotalSeconds);

    public void Published(int count, TimeSpan took)
    {
        _published.Add(count);
        _wave.Record(took.TotalSeconds);
    }
}
