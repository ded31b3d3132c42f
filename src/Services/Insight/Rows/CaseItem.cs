using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Insight.Rows;

/// <summary>A case on a list. Of a sealed case only the number and <see cref="Sealed"/> are shown to whoever may not see it.</summary>
public sealed record CaseItem
{
    /// <summary>The number a person can read over the phone.</summary>
    public required string Number { get; init; }

    /// <summary>The case is in a confidential lane.</summary>
    public required bool Sealed { get; init; }

    /// <summary>Version of the case this item shows. The list follows the ledger with a little delay.</summary>
    public int? Version { get; init; }

    public CaseStatus? Status { get; init; }
    public CaseKind? Kind { get; init; }
    public CaseType? Type { get; init; }
    public Urgency? Urgency { get; init; }
    public Channel? Channel { get; init; }
    public string? Category { get; init; }

    /// <summary>Title, with phone and identity numbers masked.</summary>
    public string? Title { get; init; }

    /// <summary>The citizen, masked; absent where identity must stay hidden from the unit.</summary>
    public CitizenItem? Citizen { get; init; }

    public string? Area { get; init; }

    /// <summary>Address without house number.</summary>
    public string? Address { get; init; }

    /// <summary>主办.</summary>
    public UnitRef? Lead { get; init; }

    /// <summary>协办.</summary>
    public IReadOnlyList<UnitRef>? Assisting { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When the earliest clock that runs is due; absent while none does or the case waits.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>A clock that still runs was missed.</summary>
    public bool? Overdue { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }
    public CloseOutcome? Outcome { get; init; }

    /// <summary>Redos ordered so far.</summary>
    public int? Redos { get; init; }

    /// <summary>挂起 since then: no clock runs.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>督办 of this level waits for an answer; absent when none does.</summary>
    public int? SupervisionLevel { get; init; }

    /// <summary>协办: what units were asked to help with; absent when nothing was.</summary>
    public IReadOnlyList<AssistItem>? Assists { get; init; }

    /// <summary>诉求人信用: the matter takes the slower lane at the desk; absent otherwise, and for units always.</summary>
    public bool? SlowerLane { get; init; }

    /// <summary>并单: number of the lead case it goes on with.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Cases that go on with this one.</summary>
    public int? Followers { get; init; }

    /// <summary>An incident, opened ahead of its reports: until then they are looked for.</summary>
    public DateTimeOffset? IncidentUntil { get; init; }

    /// <summary>When the case last changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>The citizen, masked.</summary>
public sealed record CitizenItem(string? Name, string? Phone, bool Anonymous, string? Enterprise);

/// <summary>A page of cases.</summary>
/// <param name="Items">The cases, in the order of the list.</param>
/// <param name="Cursor">Send it to get the next page; absent on the last one.</param>
public sealed record CasePage(IReadOnlyList<CaseItem> Items, string? Cursor)
{
    internal static CasePage Of(IReadOnlyList<CaseRow> rows, bool more, Scope scope) =>
        new([.. rows.Select(row => row.For(scope))], more ? Rows.Cursor.After(rows[^1]).ToString() : null);
}
