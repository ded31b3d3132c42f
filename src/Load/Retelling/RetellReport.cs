using System.Globalization;
using Hotline.Load.Measuring;
using Hotline.Load.Reporting;

namespace Hotline.Load.Retelling;

/// <summary>What became of the messages, and whether the figures tell their reply times.</summary>
internal sealed record RetellReport(
    IReadOnlyList<Retold> Told, Phase Phase, Latencies Acts, IReadOnlyList<ReplyTimes> Expected, IReadOnlyList<ReplyTimes> Found) : IReport
{
    public string Title => "Retell";

    /// <summary>Every message came to its end, and the reply times are the file's: the city's and each unit's.</summary>
    public bool Exact => Phase.Driven.Failed == 0 && Told.Count > 0 && Expected.SequenceEqual(Found);

    public object Json => new
    {
        exact = Exact,
        messages = Told.Count,
        errors = Phase.Driven.Failed,
        held = Told.Count(one => one.Held),
        reviewed = Told.Count(one => one.Reviewed),
        catchUpSeconds = Phase.CatchUp?.TotalSeconds,
        expected = Expected,
        found = Found,
    };

    public IReadOnlyList<Section> Sections =>
    [
        new($"{Told.Count} messages of the past",
        [
            Row.Of("held by screening, then accepted", $"{Told.Count(one => one.Held)}"),
            Row.Of("answers reviewed, then approved", $"{Told.Count(one => one.Reviewed)}"),
            Row.Of("messages that failed", $"{Phase.Driven.Failed}"),
            Row.Of("units that answered", $"{Expected.Count - 1}"),
            Row.Of("acts", $"{Acts.Count / Phase.Driven.Elapsed.TotalSeconds:0} /s"),
            Row.Of("exact", Exact ? "yes" : "NO"),
        ]),
        new("Hours to the answer, of the file / as figures: mean, median, ninth decile",
            [.. Expected.Select(one => Row.Of(one.Key ?? "the city", $"{Hours(one)} / {Hours(Found.FirstOrDefault(found => found.Key == one.Key))}"))]),
    ];

    public IReadOnlyList<Plot> Plots => [Plot.OfLatencies("Latency of an act", Acts), .. Plot.OfMoments("messages", Phase.Moments)];

    private static string Hours(ReplyTimes? times) => times is null ? "–" : string.Create(
        CultureInfo.InvariantCulture, $"{times.Answered}: {times.MeanMinutes / 60:0.00}, {times.MedianMinutes / 60:0.00}, {times.NinthDecileMinutes / 60:0.00}");
}
