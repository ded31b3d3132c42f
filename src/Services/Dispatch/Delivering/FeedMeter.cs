using System.Diagnostics.Metrics;

namespace Hotline.Dispatch.Delivering;

/// <summary>Measures of the department feed, under meter <c>Hotline.Dispatch</c>.</summary>
internal sealed class FeedMeter
{
    private readonly Counter<long> _published;
    private readonly Histogram<double> _wave;

    public FeedMeter(IMeterFactory meters)
    {
        var meter = meters.Create("Hotline.Dispatch");
        _published = meter.CreateCounter<long>("hotline.dispatch.feed.published", "{event}", "Events confirmed by departments' queues");
        _wave = meter.CreateHistogram<double>("hotline.dispatch.feed.publish.duration", "s", "Time from publishing to the broker's confirmation");
    }

    public void Published(int count, TimeSpan took)
    {
        _published.Add(count);
        _wave.Record(took.TotalSeconds);
    }
}
