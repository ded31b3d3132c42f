using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Clusters;

namespace Hotline.Insight.Clustering;

/// <summary>Why two cases are alike, in Chinese or English.</summary>
internal sealed class LikenessWords(CultureInfo culture)
{
    private const int MostWords = 5;

    /// <summary>One sentence a reason.</summary>
    public IEnumerable<string> Of(Likeness likeness) => likeness.Reasons.Select(reason => (reason switch
    {
        LikenessReason.SharedWords => Shared(likeness.SharedTerms),
        LikenessReason.SameCategory => new LocalText("类别相同", "Same category"),
        LikenessReason.SameBranch => new("类别相近", "Related category"),
        LikenessReason.SameArea => new("同一镇街", "Same area"),
        LikenessReason.SameStreet => new("同一街路", "Same street"),
        LikenessReason.Near => new("地点相近", "Nearby"),
    }).In(culture));

    private static LocalText Shared(IEnumerable<string> terms)
    {
        var words = Whole(terms).OrderByDescending(word => word.Length).Take(MostWords).ToList();
        return new($"用词相同:{string.Join("、", words)}", $"Words in common: {string.Join(", ", words)}");
    }

    // Pairs of signs that follow each other are one word to a reader: 自来 来水 → 自来水.
    private static List<string> Whole(IEnumerable<string> terms)
    {
        List<string> words = [];
        foreach (var term in terms)
        {
            if (words.Count > 0 && !char.IsAscii(term[0]) && words[^1][^1] == term[0])
                words[^1] += term[1..];
            else
                words.Add(term);
        }
        return words;
    }
}
