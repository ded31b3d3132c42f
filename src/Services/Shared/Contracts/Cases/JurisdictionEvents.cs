using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>A return was reviewed: upheld, the case goes on to another unit; rejected, it goes back to the unit that returned it.</summary>
/// <param name="Unit">Unit that returned the case.</param>
/// <param name="Reason">In words; always given when the return is rejected.</param>
public sealed record ReturnReviewed(UnitRef Unit, bool Upheld, string? Reason) : CaseEvent;

/// <summary>职能交叉: duties overlap, or a second unit returned the case. It lies on the docket of the supervision body until that has ruled.</summary>
/// <param name="Units">Units in dispute: all that returned the case, and those they named as the proper ones.</param>
/// <param name="Body">督察机构 that rules besides the hotline's supervisors; null when it is in dispute itself.</param>
/// <param name="Reason">Why staff opened it; null when a return did.</param>
public sealed record DisputeOpened(IReadOnlyList<UnitRef> Units, UnitRef? Body, string? Reason) : CaseEvent;

/// <summary>A unit in dispute said why the case is not its duty. A later statement of the same unit replaces this one.</summary>
public sealed record StatementGiven(UnitRef Unit, string Text, string LegalBasis) : CaseEvent;

/// <summary>认定: which unit is in charge, and why. It hands the case over, and may make a routing rule.</summary>
/// <param name="Scope">What else is decided by it from now on; null when it holds for this case only.</param>
public sealed record RulingGiven(UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string Reasons, string LegalBasis, RulingScope? Scope) : CaseEvent;
