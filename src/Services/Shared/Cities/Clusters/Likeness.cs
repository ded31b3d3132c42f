using System.Collections.Immutable;

namespace Hotline.Cities.Clusters;

/// <summary>A matter as it is compared with another. What is not known is null, and speaks neither for nor against.</summary>
/// <param name="Terms">Words of alphabetic scripts and pairs of signs of others, in lower case; of title and text.</param>
/// <param name="Street">Address without house number.</param>
public sealed record Matter(IReadOnlySet<string> Terms, string? Category, string? Area, string? Street, Coordinates? Place);

/// <summary>Why two matters are alike.</summary>
public enum LikenessReason { SharedWords, SameCategory, SameBranch, SameArea, SameStreet, Near }

/// <summary>How alike two matters are, and why.</summary>
/// <param name="Score">From 0, nothing in common, to 1.</param>
/// <param name="SharedTerms">Terms that both have and that say something.</param>
public sealed record Likeness(double Score, ImmutableArray<LikenessReason> Reasons, ImmutableArray<string> SharedTerms)
{
    private const double SharedFrom = 0.25;

    /// <summary>Both are known to concern an area, and not the same.</summary>
    public bool Elsewhere { get; private init; }

    /// <summary>Share of the first matter's telling terms that the other does not have.</summary>
    public double News { get; private init; }

    /// <summary>Compares by words, category, area and place, as far as both sides know them.</summary>
    public static Likeness Of(Matter one, Matter other, LikenessPolicy policy)
    {
        var shared = one.Terms.Where(term => Terms.IsTelling(term) && other.Terms.Contains(term)).ToImmutableArray();
        var words = Math.Min(1, Dice(shared.Length, one.Terms, other.Terms) / policy.SameText);
        (double Weight, double? Value, LikenessReason? Why)[] findings =
        [
            (policy.Weights.Words, words, words >= SharedFrom ? LikenessReason.SharedWords : null),
            Category(one.Category, other.Category, policy.Weights.Category),
            Area(one.Area, other.Area, policy.Weights.Area),
            Place(one, other, policy),
        ];
        var known = findings.Where(finding => finding.Value is not null).ToList();
        var weight = known.Sum(finding => finding.Weight);
        var score = weight == 0 ? 0 : known.Sum(finding => finding.Weight * finding.Value!.Value) / weight;
        return new Likeness(score, [.. known.Select(finding => finding.Why).OfType<LikenessReason>()], shared)
        {
            Elsewhere = one.Area is not null && other.Area is not null && one.Area != other.Area,
            News = one.Terms.Count(Terms.IsTelling) is var all and > 0 ? 1 - (double)shared.Length / all : 0,
        };
    }

    private static double Dice(int shared, IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count(Terms.IsTelling) + other.Count(Terms.IsTelling) is var all and > 0 ? 2.0 * shared / all : 0;

    private static (double, double?, LikenessReason?) Category(string? one, string? other, double weight) =>
        one is null || other is null ? (weight, null, null)
        : one == other ? (weight, 1, LikenessReason.SameCategory)
        : Branch(one) == Branch(other) ? (weight, 0.5, LikenessReason.SameBranch)
        : (weight, 0, null);

    private static string Branch(string category) => category.LastIndexOf('.') is var dot and > 0 ? category[..dot] : category;

    private static (double, double?, LikenessReason?) Area(string? one, string? other, double weight) =>
        one is null || other is null ? (weight, null, null) : one == other ? (weight, 1, LikenessReason.SameArea) : (weight, 0, null);

    private static (double, double?, LikenessReason?) Place(Matter one, Matter other, LikenessPolicy policy)
    {
        var weight = policy.Weights.Place;
        if (one.Street is { } street && other.Street is { } otherStreet && Overlap(street, otherStreet))
            return (weight, 1, LikenessReason.SameStreet);
        if (one.Place is not { } place || other.Place is not { } otherPlace)
            return (weight, one.Street is null || other.Street is null ? null : 0, null);
        var nearness = Math.Max(0, 1 - place.KilometersTo(otherPlace) / policy.ReachKilometers);
        return (weight, nearness, nearness > 0 ? LikenessReason.Near : null);
    }

    // "江北街道滨江路" and "滨江路" are the same street, told with more or fewer words.
    private static bool Overlap(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
}
