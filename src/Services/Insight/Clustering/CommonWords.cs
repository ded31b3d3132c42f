using System.Text;
using Hotline.Cities.Clusters;

namespace Hotline.Insight.Clustering;

/// <summary>Terms that two texts have in common, as a reader finds them in one of them: pairs of signs that follow each other there are one word. Pure.</summary>
internal static class CommonWords
{
    /// <summary>The words in the order of the text, each once.</summary>
    /// <param name="text">One of the texts.</param>
    /// <param name="terms">As <see cref="Terms"/> makes them.</param>
    public static IReadOnlyList<string> In(string text, IReadOnlyCollection<string> terms)
    {
        var common = terms.ToHashSet(StringComparer.Ordinal);
        var normal = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var words = new List<string>();
        for (var at = 0; at < normal.Length; at++)
        {
            var end = char.IsAsciiLetterOrDigit(normal[at]) ? WordEnd(normal, at, common) : RunEnd(normal, at, common);
            if (end is null)
                continue;
            words.Add(normal[at..end.Value]);
            at = end.Value - 1;
        }
        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    // A whole word of letters; null when it begins elsewhere or is not in common.
    private static int? WordEnd(string text, int at, HashSet<string> common)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            return null;
        var end = at;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return common.Contains(text[at..end]) ? end : null;
    }

    private static int? RunEnd(string text, int at, HashSet<string> common)
    {
        var end = at;
        while (end + 2 <= text.Length && common.Contains(text[end..(end + 2)]))
            end++;
        return end == at ? null : end + 1;
    }
}
