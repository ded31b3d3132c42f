using System.Text.Json.Serialization;
using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>A case as every message carries it: enough that no consumer has to call back, and nothing personal in clear.</summary>
public sealed record CaseSummary
{
    /// <summary>Stands for words that are not shown: those of a sealed case, and all once the citizen was erased.</summary>
    public const string Hidden = "***";

    public required CaseId CaseId { get; init; }

    /// <summary>The number a person can read over the phone: <c>yymmdd-nnnnnn-c</c> with a Damm check digit.</summary>
    public required string Number { get; init; }

    /// <summary>Version of the case after the event: 1 for the first.</summary>
    public required int Version { get; init; }

    public required CaseStatus Status { get; init; }
    public required CaseKind Kind { get; init; }
    public required CaseType Type { get; init; }
    public required Urgency Urgency { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>Category code of the city's tree; null until triage when the citizen gave none.</summary>
    public string? Category { get; init; }

    /// <summary>Title, with phone and identity numbers masked; <see cref="Hidden"/> for sealed cases.</summary>
    public required string Title { get; init; }

    public required CitizenSummary Citizen { get; init; }

    /// <summary>Channel client that submitted the matter: whoever has a word for the citizen gives it to that client.</summary>
    public string? Submitter { get; init; }

    /// <summary>Area code of the city (town, street), when known.</summary>
    public string? Area { get; init; }

    /// <summary>Address down to the street, without house number.</summary>
    public string? MaskedAddress { get; init; }

    /// <summary>WGS-84 degrees, rounded to about a kilometer: enough to choose a merchant, not to find a door.</summary>
    public double? Latitude { get; init; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; init; }

    /// <summary>主办: the one unit that answers for the case now.</summary>
    public UnitRef? Lead { get; init; }

    /// <summary>协办: units that assist.</summary>
    public IReadOnlyList<UnitRef> Assisting { get; init; } = [];

    /// <summary>What each of them was asked to do since the case was handed over, and whether it is done; null when nothing was.</summary>
    public IReadOnlyList<Assist>? Assists { get; init; }

    /// <summary>True for confidential lanes: lists and search show the number and "sealed" only.</summary>
    public bool Sealed { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? DispatchedAt { get; init; }

    /// <summary>Since when it stands where it stands: taken in (held or not), handed over, in review, sent back for rework, answered, closed. Null in ledgers of
    /// before it was noted.</summary>
    public DateTimeOffset? StepSince { get; init; }

    /// <summary>Since when the handling of those who have it now counts: accepted, handed over, come back to the desk, ordered to redo, or reopened.</summary>
    public DateTimeOffset? HandlingSince { get; init; }

    public DateTimeOffset? ContactedAt { get; init; }

    /// <summary>When the last answer was recorded here.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>When the last answer was given, of an imported matter that was answered elsewhere before; null when that is <see cref="RepliedAt"/>.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it ended; <see cref="CloseOutcome.Merged"/> already while it follows a lead case.</summary>
    public CloseOutcome? Outcome { get; init; }

    /// <summary>Last answers of the citizen at a return visit.</summary>
    public VisitAnswers? Visit { get; init; }

    /// <summary>Redos ordered so far; the policy permits one.</summary>
    public int Redos { get; init; }

    /// <summary>Number of the case of which this is a part; null when it came by itself.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>What screening found and nobody has decided yet; null when there is nothing.</summary>
    public IReadOnlyList<FindingKind>? Findings { get; init; }

    /// <summary>When the citizen appealed against its refusal; null when nobody did, or the appeal was granted.</summary>
    public DateTimeOffset? AppealedAt { get; init; }

    /// <summary>A person found the demand unreasonable (settled before, repeated, abusive, for private gain): no unit is measured by it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unreasonable { get; init; }

    /// <summary>The unit does its answer again, on a clock of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reworking { get; init; }

    /// <summary>Subject of the officer who handles it at the lead unit.</summary>
    public string? Officer { get; init; }

    /// <summary>挂起 since then; null while it is not paused.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Why it is paused.</summary>
    public PauseReason? PauseReason { get; init; }

    /// <summary>What has happened to the clock of handling since <see cref="HandlingSince"/>: waits and more time, in order; null when nothing has.</summary>
    public IReadOnlyList<ClockTurn>? Turns { get; init; }

    /// <summary>延期 asked for since the case was handed over last; null when none was.</summary>
    public Extension? Extension { get; init; }

    /// <summary>督办 that waits for an answer, of several the gravest; null when there is none, or its clock has stopped.</summary>
    public Supervision? Supervision { get; init; }

    /// <summary>Others that wait, of other clocks; null when there are none.</summary>
    public IReadOnlyList<Supervision>? MoreSupervisions { get; init; }

    /// <summary>职能交叉 on the docket; null unless the case is disputed.</summary>
    public Dispute? Dispute { get; init; }

    /// <summary>并单: the lead case it goes on with; null while it goes on by itself.</summary>
    public CaseReference? MergedInto { get; init; }

    /// <summary>Cases that go on with this one: so many other reporters wait for its answer.</summary>
    public int Followers { get; init; }

    /// <summary>Set on an incident, which staff opened ahead of the reports expected about it: until then those are looked for.</summary>
    public DateTimeOffset? IncidentUntil { get; init; }

    /// <summary>Since when nothing is known of the citizen any more; null while something is.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>All supervisions that wait for an answer, the gravest first.</summary>
    public IEnumerable<Supervision> Supervisions() => Supervision is { } first ? [first, .. MoreSupervisions ?? []] : [];
}

/// <summary>Another case.</summary>
/// <param name="CaseId">Its identity.</param>
/// <param name="Number">Its number, for people.</param>
public sealed record CaseReference(CaseId CaseId, string Number);

/// <summary>The citizen (or enterprise) as others may see them.</summary>
/// <param name="MaskedName">For example 张*; null when anonymous.</param>
/// <param name="MaskedPhone">For example 138****8000.</param>
/// <param name="PhoneHash">Keyed hash of the normalized phone number: finds all cases of one caller without knowing the number.</param>
/// <param name="Anonymous">The citizen gave no identity.</param>
/// <param name="HideIdentity">Identity must stay hidden from the unit that handles the case.</param>
/// <param name="Enterprise">Name of the enterprise, for enterprise callers.</param>
public sealed record CitizenSummary(
    string? MaskedName, string? MaskedPhone, string? PhoneHash, bool Anonymous, bool HideIdentity, string? Enterprise);

/// <summary>督办: somebody has to say why a deadline was missed and what will be done.</summary>
/// <param name="Clock">Clock that was missed.</param>
/// <param name="Level">1 the unit, 2 the unit's head, 3 the city.</param>
public sealed record Supervision(string Clock, int Level, DateTimeOffset OpenedAt);

/// <summary>协办: help that a unit owes, or has given.</summary>
/// <param name="Since">When it was asked for; its clock counts from then.</param>
/// <param name="SinceVersion">Version of the case at which it was asked for.</param>
/// <param name="DoneAt">When the unit reported it done; null while it is owed.</param>
/// <param name="Supervision">督办 of this level waits for the unit's answer; null when none does.</param>
public sealed record Assist(UnitRef Unit, DateTimeOffset Since, int SinceVersion, DateTimeOffset? DoneAt = null, int? Supervision = null);

/// <summary>延期: more time for the unit that handles the case.</summary>
/// <param name="WorkingDays">How many more.</param>
public sealed record Extension(int WorkingDays, ExtensionStatus Status);

/// <summary>Return visit (回访): three separate answers.</summary>
/// <param name="Reached">Somebody answered.</param>
/// <param name="Solved">"Was it solved?"; null when not reached or not answered.</param>
/// <param name="Satisfaction">"Are you satisfied?"; null when not reached or not answered.</param>
public sealed record VisitAnswers(bool Reached, bool? Solved, Satisfaction? Satisfaction);
