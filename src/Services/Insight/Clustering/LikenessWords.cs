using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Clusters;

namespace Hotline.Insight.Clustering;

/// <summary>Why two cases are alike, in Chinese or English.</summary>
internal sealed class LikenessWords(CultureInfo culture)
{
    private const int MostWords = 5;

    /// <summary>One sentence a reason.</summary>
    /// <param name="text">Of either case: where the words in common are read from.</param>
    public IEnumerable<string> Of(Likeness likeness, string text) => likeness.Reasons.Select(reason => (reason switch
    {
        LikenessReason.SharedWords => Shared(CommonWords.In(text, likeness.SharedTerms)),
        LikenessReason.SameCategory => new LocalText("类别相同", "Same category"),
        LikenessReason.SameBranch => new("类别相近", "Related category"),
        LikenessReason.SameArea => new("同一镇街", "Same area"),
        LikenessReason.SameStreet => new("同一街路", "Same street"),
        LikenessReason.Near => new("地点相近", "Nearby"),
    }).In(culture));

    private static LocalText Shared(IEnumerable<string> words)
    {
        var longest = words.OrderByDescending(word => word.Length).Take(MostWords).ToList();
        return new($"用词相同:{string.Join("、", longest)}", $"Words in common: {string.Join(", ", longest)}");
    }
}
