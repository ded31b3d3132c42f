using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>回访: an attempt to call the citizen back, and what was answered.</summary>
/// <param name="Attempt">1 for the first attempt after a reply.</param>
/// <param name="UnitAtFault">Dissatisfaction is the unit's fault: leads to a redo.</param>
/// <param name="Via">How it was answered; null in ledgers of before there were links: by phone.</param>
/// <param name="Comment">What the citizen added in words, phone and identity numbers masked.</param>
public sealed record VisitRecorded(
    VisitAnswers Answers, int Attempt, string? Reason, bool UnitAtFault, UnitRef? Unit, VisitWay? Via = null, string? Comment = null) : CaseEvent;

/// <summary>重办: the unit must do it again, once, with a clock of its own.</summary>
public sealed record RedoOrdered(UnitRef? Unit, string? Reason) : CaseEvent;

/// <summary>The case is at its end.</summary>
public sealed record CaseClosed(CloseOutcome Outcome) : CaseEvent;

/// <summary>申诉: the citizen asks for a refusal to be looked at again. It waits at the screening desk; accepted, the refusal is overturned; declined, it stands.</summary>
public sealed record AppealLodged(string Reason) : CaseEvent;

/// <summary>Open again: goes back to whoever handled it.</summary>
/// <param name="Appealed">It had been declined, and that no longer holds: neither do the findings it was declined for. Null otherwise.</param>
public sealed record CaseReopened(string Reason, UnitRef? Unit, bool? Appealed = null) : CaseEvent;
