using System.Collections.Immutable;
using Hotline.Cities.Categories;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Routing;

/// <summary>派单目录: who is in charge of what, where, and since when. A changed rule is a new version, so that an old case can be explained.</summary>
/// <param name="Category">A category, the beginning of one, or <c>*</c>.</param>
/// <param name="Area">Area code; null: anywhere.</param>
/// <param name="Kind">Null: any kind.</param>
/// <param name="EffectiveFrom">First local day on which the rule holds.</param>
/// <param name="EffectiveTo">Last local day; null: until a new version.</param>
/// <param name="Why">The duty, agreement or ruling behind the rule; shown to whoever asks "why us?".</param>
public sealed record RoutingRule(
    string Id,
    int Version,
    string Category,
    string? Area,
    CaseKind? Kind,
    UnitRef Lead,
    ImmutableArray<UnitRef> Assisting,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    LocalText Why)
{
    /// <summary>Begins the ids of rules that rulings made.</summary>
    public const string RulingPrefix = "J-";

    /// <summary>认定 that made it; null for a rule of the city's file.</summary>
    public RulingCitation? Ruling { get; init; }

    /// <summary>Id and version, as a case cites the rule.</summary>
    public string Citation => $"{Id}@{Version}";

    /// <summary>The id of a ruling's rule says what it holds for: the next ruling on the same is its next version.</summary>
    public static string IdOf(RulingScope scope) => RulingPrefix + scope.Category + (scope.Area is { } area ? "~" + area : "");

    public bool IsEffective(DateOnly day) => EffectiveFrom <= day && (EffectiveTo is null || day <= EffectiveTo);

    public bool Matches(string category, string? area, CaseKind kind, DateOnly day) =>
        IsEffective(day)
        && (Kind is null || Kind == kind)
        && (Area is null || Area == area)
        && CategoryTree.IsUnder(category, Category);

    /// <summary>Whether both hold on one day at least.</summary>
    public bool Overlaps(RoutingRule other) =>
        EffectiveFrom <= (other.EffectiveTo ?? DateOnly.MaxValue) && other.EffectiveFrom <= (EffectiveTo ?? DateOnly.MaxValue);
}
