using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>A matter was taken in. Version 1 of every case.</summary>
/// <param name="Text">The matter in the citizen's words, phone and identity numbers masked.</param>
/// <param name="Fingerprint">Hash of the request body: the same idempotency key with another body is refused.</param>
/// <param name="Submitter">The channel client that sent it.</param>
public sealed record CaseReceived(string Text, string Fingerprint, string Submitter) : CaseEvent;

/// <summary>受理.</summary>
public sealed record CaseAccepted(string? Note) : CaseEvent;

/// <summary>不予受理: with the reason and where the citizen should go instead.</summary>
public sealed record CaseDeclined(DeclineReason Reason, string Explanation, string? WhereToGo) : CaseEvent;

/// <summary>初办: what the matter is, how urgent, and who should handle it.</summary>
/// <param name="ProposedLead">Unit the routing rules propose, if one matched.</param>
/// <param name="Rule">Id of the routing rule behind the proposal.</param>
public sealed record CaseTriaged(
    string Category, CaseKind Kind, CaseType Type, Urgency Urgency, bool Sealed, UnitRef? ProposedLead, string? Rule) : CaseEvent;

/// <summary>The citizen (or staff for the citizen) took the matter back.</summary>
public sealed record CaseWithdrawn(string? Reason) : CaseEvent;
