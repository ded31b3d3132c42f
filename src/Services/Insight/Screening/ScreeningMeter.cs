using System.Diagnostics.Metrics;

namespace Hotline.Insight.Screening;

/// <summary>What becomes of the cases that are to be compared with others.</summary>
internal sealed class ScreeningMeter
{
    private readonly Counter<long> _cases;
    private readonly Histogram<double> _duration;

    public ScreeningMeter(IMeterFactory meters)
    {
        var meter = meters.Create("Hotline.Insight");
        _cases = meter.CreateCounter<long>(
            "hotline.insight.screened", "{case}", "Cases compared with others, by what came of it: clear, held, too-late, failed, passed-over.");
        _duration = meter.CreateHistogram<double>("hotline.insight.screening.duration", "s", "Time to compare one case with others.");
    }

    public void Count(ScreeningResult result, int cases = 1) =>
        _cases.Add(cases, new KeyValuePair<string, object?>("result", System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(result.ToString())));

    public void Took(TimeSpan time) => _duration.Record(time.TotalSeconds);
}

/// <summary>What came of the comparing of a case.</summary>
internal enum ScreeningResult
{
    /// <summary>Nothing was found.</summary>
    Clear,
    Held,

    /// <summary>Somebody had decided on the case before, or the case knew already.</summary>
    TooLate,

    /// <summary>It is tried again.</summary>
    Failed,

    /// <summary>Too many came at once.</summary>
    PassedOver,
}
