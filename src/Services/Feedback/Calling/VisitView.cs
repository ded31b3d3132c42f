using Hotline.Contracts.Cases;

namespace Hotline.Feedback.Calling;

/// <summary>A return visit in the operators' list.</summary>
/// <param name="Title">Masked; absent for sealed lanes.</param>
/// <param name="Unit">Unit that handled the case; absent when the desk answered it.</param>
/// <param name="OpenedAt">When the unit replied.</param>
/// <param name="DueAt">By when the citizen should have been called.</param>
/// <param name="Late">True when that time is past and nobody has.</param>
/// <param name="Attempts">Calls so far that reached nobody, or the one that did.</param>
/// <param name="CallAfter">Do not call again before.</param>
/// <param name="Redos">Redos ordered so far.</param>
/// <param name="Links">The case, and where to record the visit.</param>
public sealed record VisitView(
    string Number,
    CaseKind Kind,
    Urgency Urgency,
    bool Sealed,
    string? Title,
    string? Unit,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    bool Late,
    int Attempts,
    DateTimeOffset? CallAfter,
    int Redos,
    DateTimeOffset? ClosedAt,
    CloseOutcome? Outcome,
    VisitLinks Links);

/// <summary>Where to go from a visit.</summary>
/// <param name="Record">Where the answers are posted; absent once the visit is done.</param>
public sealed record VisitLinks(string Case, string? Record);

/// <summary>An order to do it again.</summary>
/// <param name="AnsweredAt">When the unit replied anew; absent while it is at it.</param>
public sealed record RedoView(string Number, string? Unit, DateTimeOffset OrderedAt, string? Reason, DateTimeOffset? AnsweredAt);
