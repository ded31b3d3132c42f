using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>Whose case it is: what units said of it since intake, and what was ruled.</summary>
/// <param name="Returns">In the order they happened.</param>
/// <param name="Statements">The last one of each unit in the latest dispute.</param>
/// <param name="Ruling">The last ruling, unless the question was opened again.</param>
[GenerateSerializer, Immutable, Alias("jurisdiction-view")]
public sealed record JurisdictionView(IReadOnlyList<UnitReturn> Returns, IReadOnlyList<UnitStatement> Statements, Ruling? Ruling)
{
    /// <summary>Nobody said anything yet.</summary>
    public static JurisdictionView Undisputed { get; } = new([], [], null);
}

/// <summary>退单 of one unit.</summary>
/// <param name="Assisting">Units that assisted it.</param>
/// <param name="Upheld">What staff said of it; null while nobody reviewed it.</param>
[GenerateSerializer, Immutable, Alias("unit-return")]
public sealed record UnitReturn(
    UnitRef Unit,
    ReturnReason Reason,
    string LegalBasis,
    string Explanation,
    UnitRef? Proper,
    IReadOnlyList<UnitRef> Assisting,
    DateTimeOffset At,
    bool? Upheld = null,
    string? ReviewReason = null);

/// <summary>What a unit in dispute says.</summary>
[GenerateSerializer, Immutable, Alias("unit-statement")]
public sealed record UnitStatement(UnitRef Unit, string Text, string LegalBasis, DateTimeOffset At);

/// <summary>认定.</summary>
/// <param name="Scope">Matters for which it made a routing rule; null when it holds for the case only.</param>
[GenerateSerializer, Immutable, Alias("ruling")]
public sealed record Ruling(
    UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string Reasons, string LegalBasis, RulingScope? Scope, DateTimeOffset At);
