using Hotline.Load.Faults.Judging;
using Hotline.Load.Faults.Subscribing;
using Hotline.Load.Faults.Working;

namespace Hotline.Faults.Judging;

/// <summary>A small run in which everything is right, for tests to spoil.</summary>
internal static class Sample
{
    public const string Number = "261125-000001-1";

    public static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly string Title = Story.TitleOf("test", 1);

    public static FoundCase Case { get; } = new(Guid.NewGuid(), Number, Title, Story.TextOf(Title), Intact: true,
    [
        Entry(1, "CaseReceived", "received"),
        Entry(2, "CaseAccepted", "accepted"),
        Entry(3, "CaseTriaged", "triaged"),
        Entry(4, "CaseDispatched", "dispatched"),
        Entry(5, "CaseSigned", "signed"),
    ]);

    public static World World { get; } = WorldOf(Case);

    public static Submission Acknowledged(params ActDone[] acts)
    {
        var submission = new Submission { Key = "test-1", Plot = Plot.Closed, Title = Title, BodyHash = "", Told = Yes(201), Number = Number };
        submission.Acts.AddRange(acts);
        return submission;
    }

    /// <summary>Nobody ever answered.</summary>
    public static Submission Unanswered() => new() { Key = "test-1", Plot = Plot.Closed, Title = Title, BodyHash = "" };

    public static ActDone Act(string act, string @event, int status = 200) => new(act, @event, "test-1-" + act, Yes(status));

    public static World WorldOf(params FoundCase[] cases) => new()
    {
        Cases = cases,
        Rows = cases.ToDictionary(found => found.Id, found => new FoundRow(found.Version, found.Status, Whole: true)),
        OpenVisits = new HashSet<Guid>(),
        Clocks = new HashSet<(Guid, string)>(),
        TwoLeads = new HashSet<Guid>(),
        Fed = new Dictionary<string, int> { [Number] = 2 },
        Heard = [Heard(1, "dispatched"), Heard(2, "signed")],
        OwedDeadlines = 0,
        Parked = 0,
    };

    public static Heard Heard(int sequence, string name, string? id = null) => new(id ?? $"id-{sequence}", Number, sequence, $"hotline.{name}.v1");

    public static FoundEvent Entry(int version, string type, string status, DateTimeOffset? dueAt = null, TimeSpan after = default, Guid? offer = null) =>
        new(version, type, status, Noon + after, dueAt, offer);

    private static Told Yes(int status) => new(status, 1, TimeSpan.Zero, TimeSpan.FromSeconds(1));
}
