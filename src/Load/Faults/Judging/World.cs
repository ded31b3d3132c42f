using Hotline.Load.Faults.Subscribing;

namespace Hotline.Load.Faults.Judging;

/// <summary>What is there after a run, wherever it is kept.</summary>
internal sealed record World
{
    public required IReadOnlyList<FoundCase> Cases { get; init; }

    /// <summary>Insight's rows by case.</summary>
    public required IReadOnlyDictionary<Guid, FoundRow> Rows { get; init; }

    /// <summary>What Feedback holds as waiting for a call.</summary>
    public required IReadOnlySet<Guid> OpenVisits { get; init; }

    /// <summary>Clocks that run in Escalation.</summary>
    public required IReadOnlySet<(Guid Case, string Clock)> Clocks { get; init; }

    /// <summary>Cases that more than one department leads at the same time.</summary>
    public required IReadOnlySet<Guid> TwoLeads { get; init; }

    /// <summary>Events the department was to hear, by number of the case.</summary>
    public required IReadOnlyDictionary<string, int> Fed { get; init; }

    /// <summary>What the department heard, repetitions included.</summary>
    public required IReadOnlyCollection<Heard> Heard { get; init; }

    /// <summary>Steps of deadlines that are owed for too long although everything is up.</summary>
    public required int OwedDeadlines { get; init; }

    /// <summary>Messages that consumers gave up on.</summary>
    public required int Parked { get; init; }
}

/// <summary>A case in the ledger.</summary>
/// <param name="Intact">Its hash chain holds and no version is missing.</param>
internal sealed record FoundCase(Guid Id, string Number, string Title, string Text, bool Intact, IReadOnlyList<FoundEvent> Events)
{
    public int Version => Events[^1].Version;

    public string Status => Events[^1].Status;
}

/// <summary>An entry of the ledger.</summary>
/// <param name="Status">Of the case after it.</param>
/// <param name="DueAt">The deadline an event of a clock or an offer tells of.</param>
/// <param name="Offer">The offer it is about.</param>
internal sealed record FoundEvent(int Version, string Type, string Status, DateTimeOffset At, DateTimeOffset? DueAt = null, Guid? Offer = null);

/// <summary>A case as Insight shows it.</summary>
/// <param name="Whole">It has seen every event up to its version.</param>
internal sealed record FoundRow(int Version, string Status, bool Whole);
