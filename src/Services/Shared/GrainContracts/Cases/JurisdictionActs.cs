using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>Staff's word on a return: right, or back to the unit.</summary>
/// <param name="Reason">In words; needed to reject.</param>
[GenerateSerializer, Immutable, Alias("review-return")]
public sealed record ReviewReturn(Actor By, Guid OperationId, bool Upheld, string? Reason) : CaseAct(By, OperationId);

/// <summary>Puts a returned case on the docket of the supervision body.</summary>
/// <param name="Units">Units in dispute besides those that returned the case or were named by them.</param>
[GenerateSerializer, Immutable, Alias("open-dispute")]
public sealed record OpenDispute(Actor By, Guid OperationId, IReadOnlyList<UnitRef> Units, string Reason) : CaseAct(By, OperationId);

/// <summary>A unit in dispute gives its statement, or amends it.</summary>
[GenerateSerializer, Immutable, Alias("give-statement")]
public sealed record GiveStatement(Actor By, Guid OperationId, string Text, string LegalBasis) : CaseAct(By, OperationId);

/// <summary>认定, by the supervision body or a supervisor.</summary>
/// <param name="Rule">The routing rule it makes; null when it holds for this case only.</param>
[GenerateSerializer, Immutable, Alias("give-ruling")]
public sealed record GiveRuling(
    Actor By, Guid OperationId, UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string Reasons, string LegalBasis, RuleDraft? Rule)
    : CaseAct(By, OperationId);

/// <summary>What a ruling's routing rule shall hold for.</summary>
/// <param name="Category">Null: the category of the case.</param>
/// <param name="Area">Null: anywhere.</param>
/// <param name="From">First local day; null: today.</param>
/// <param name="Until">Last local day; null: without an end.</param>
[GenerateSerializer, Immutable, Alias("rule-draft")]
public sealed record RuleDraft(string? Category, string? Area, DateOnly? From, DateOnly? Until);
