using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Feedback.Visits;

/// <summary>What one event means for the return visit of its case, and for the unit it is about.</summary>
/// <param name="Task">The visit as it stands after the event.</param>
/// <param name="Entry">What the citizen said about the unit, if somebody said something.</param>
/// <param name="Redo">The order to do it again, if there is one.</param>
/// <param name="Erased">The citizen was erased: what they said, in words, is forgotten; what it counts for is not.</param>
public sealed record VisitNews(VisitTask Task, CreditEntry? Entry = null, RedoOrder? Redo = null, bool Erased = false);

/// <summary>The return visit of a case, as of one version of the case.</summary>
/// <param name="Open">The case waits to be called back.</param>
/// <param name="OpenedAt">When the unit replied or was done.</param>
/// <param name="Attempts">Calls since then; null when the event does not tell.</param>
/// <param name="LastAttemptAt">When the last of them was, if the event is one.</param>
public sealed record VisitTask(CaseSummary Case, bool Open, DateTimeOffset OpenedAt, int? Attempts, DateTimeOffset? LastAttemptAt, DateTimeOffset At);

/// <summary>Why an entry stands in the book of a unit.</summary>
public enum CreditCause
{
    /// <summary>The citizen was satisfied, or found the matter solved and said no more.</summary>
    CitizenSatisfied,

    /// <summary>The citizen was not satisfied, and that is for the unit to answer for.</summary>
    CitizenDissatisfied,

    /// <summary>The citizen was not satisfied, for a reason beyond the unit. It stands in the book but is told apart.</summary>
    BeyondTheUnit,
}

/// <summary>An answered visit, entered in the book of the unit that handled the case.</summary>
/// <param name="Satisfied">Whether the answer counts as satisfied by the city's policy; null when not answered.</param>
public sealed record CreditEntry(
    UnitRef Unit, CreditCause Cause, Satisfaction? Satisfaction, bool? Satisfied, bool? Solved, bool UnitAtFault, string? Reason);

/// <summary>重办.</summary>
public sealed record RedoOrder(UnitRef? Unit, string? Reason);
