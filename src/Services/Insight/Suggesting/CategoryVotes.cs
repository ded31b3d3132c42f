using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Categories;
using Hotline.Contracts.Cases;
using Hotline.Insight.Clustering;

namespace Hotline.Insight.Suggesting;

/// <summary>The nearest decided cases vote for the category of a text, each with how alike it is. Pure.</summary>
internal static class CategoryVotes
{
    private const int Most = 5;
    private const int Named = 3;
    private const int MostWords = 5;

    /// <param name="nearest">The most alike first.</param>
    /// <param name="withNumbers">Whether the reader may know of the cases.</param>
    public static IReadOnlyList<VotedCategory> Count(IReadOnlyList<Similar> nearest, CategoryTree tree, bool withNumbers, CultureInfo culture)
    {
        var all = nearest.Sum(one => one.Likeness.Score);
        return
        [
            // A category that the city has given up is none to choose.
            .. nearest.Where(one => tree.Find(one.Row.Full.Category) is { IsLeaf: true })
                .GroupBy(one => one.Row.Full.Category!, StringComparer.Ordinal)
                .OrderByDescending(votes => votes.Sum(one => one.Likeness.Score))
                .Take(Most)
                .Select(votes => Of(tree.Find(votes.Key)!, [.. votes], all, withNumbers, culture)),
        ];
    }

    private static VotedCategory Of(Category category, List<Similar> votes, double all, bool withNumbers, CultureInfo culture)
    {
        var words = Words(votes);
        IReadOnlyList<string>? numbers = withNumbers ? [.. votes.Take(Named).Select(one => one.Row.Full.Number)] : null;
        return new VotedCategory(
            category.Code, category.Name.In(culture), category.Kind, category.Type, Math.Round(votes.Sum(one => one.Likeness.Score) / all, 2), votes.Count,
            numbers, words, Why(votes.Count, numbers, words).In(culture));
    }

    // Those most of them have in common with the text, the longest of these first.
    private static List<string> Words(List<Similar> votes) =>
    [
        .. votes.SelectMany(one => CommonWords.In(one.Text, one.Likeness.SharedTerms))
            .GroupBy(word => word, StringComparer.Ordinal)
            .OrderByDescending(word => word.Count()).ThenByDescending(word => word.Key.Length)
            .Take(MostWords).Select(word => word.Key),
    ];

    private static LocalText Why(int cases, IReadOnlyList<string>? numbers, IReadOnlyList<string> words)
    {
        var (zh, en) = numbers is null ? ("", "") : ($",如 {numbers[0]}", $", e.g. {numbers[0]}");
        return new($"{cases} 件已定类别的诉求{zh}:{string.Join(" ", words)}", $"{cases} decided {(cases == 1 ? "case" : "cases")}{en}: {string.Join(", ", words)}");
    }
}

/// <summary>What cases that were decided on say of a text.</summary>
/// <param name="Categories">The best first; none where no decided case is like it.</param>
public sealed record CategorySuggestions(IReadOnlyList<VotedCategory> Categories);

/// <summary>A category that decided cases like the text belong to.</summary>
/// <param name="Share">Of all votes, from 0 to 1.</param>
/// <param name="Cases">Decided cases that vote for it.</param>
/// <param name="Numbers">The most alike of them; absent for channels.</param>
/// <param name="Words">Words the text has in common with them.</param>
/// <param name="Because">The same as a sentence, by Accept-Language (zh-CN, en).</param>
public sealed record VotedCategory(
    string Code, string Name, CaseKind Kind, CaseType Type, double Share, int Cases, IReadOnlyList<string>? Numbers, IReadOnlyList<string> Words, string Because);
