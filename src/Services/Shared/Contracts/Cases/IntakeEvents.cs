using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>A matter was taken in. Version 1 of every case.</summary>
/// <param name="Text">The matter in the citizen's words, phone and identity numbers masked.</param>
/// <param name="Fingerprint">Hash of the request body: the same idempotency key with another body is refused.</param>
/// <param name="Submitter">The channel client that sent it.</param>
public sealed record CaseReceived(string Text, string Fingerprint, string Submitter) : CaseEvent;

/// <summary>甄别: held for the screening desk, with everything that was found.</summary>
public sealed record CaseHeld(IReadOnlyList<Finding> Findings) : CaseEvent;

/// <summary>A person has decided what the findings mean.</summary>
/// <param name="Upheld">Findings that are true of the case; the rest were not.</param>
public sealed record FindingsDecided(IReadOnlyList<FindingKind> Upheld, string Reason) : CaseEvent;

/// <summary>受理.</summary>
public sealed record CaseAccepted(string? Note) : CaseEvent;

/// <summary>不予受理: with the reason and where the citizen should go instead.</summary>
public sealed record CaseDeclined(DeclineReason Reason, string Explanation, string? WhereToGo) : CaseEvent;

/// <summary>What the matter did not tell was found out: when, where, and whose it is. Name, phone number and place are sealed; what of them may be seen stands in the case.</summary>
/// <param name="Area">Area code of the city; null when it stays as it was.</param>
/// <param name="OccurredAt">Null when it stays as it was.</param>
/// <param name="PhoneHash">Of the phone number (see <see cref="CitizenSummary"/>); null when it stays as it was.</param>
public sealed record DetailsCompleted(string? Area, DateTimeOffset? OccurredAt, string? PhoneHash = null) : CaseEvent;

/// <summary>初办: what the matter is, how urgent, and who should handle it.</summary>
/// <param name="ProposedLead">Unit the routing rules propose, if one matched.</param>
/// <param name="Rule">Id of the routing rule behind the proposal.</param>
/// <param name="ProposedAssisting">Units that should assist by the same rule.</param>
/// <param name="Why">The rule in words.</param>
public sealed record CaseTriaged(
    string Category, CaseKind Kind, CaseType Type, Urgency Urgency, bool Sealed, UnitRef? ProposedLead, string? Rule, IReadOnlyList<UnitRef>? ProposedAssisting = null, string? Why = null) : CaseEvent;

/// <summary>A mixed matter was split: each part is a case of its own, with the same citizen.</summary>
/// <param name="Into">Numbers of the new cases.</param>
public sealed record CaseSplit(IReadOnlyList<string> Into) : CaseEvent;

/// <summary>The category was wrong, and the case is with a unit already. Another unit gets it by a dispatch of its own.</summary>
public sealed record CaseRecategorized(string Category, bool Sealed, string Reason) : CaseEvent;

/// <summary>The citizen (or staff for the citizen) took the matter back.</summary>
public sealed record CaseWithdrawn(string? Reason) : CaseEvent;
