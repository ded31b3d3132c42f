using System.Globalization;
using System.Text;

namespace Hotline.Cities.Clusters;

/// <summary>
/// What text is compared, indexed and searched by: words of alphabetic scripts in lower case, and pairs of neighbors (bigrams) of scripts that set no
/// spaces, such as Chinese. The last sign of a run stands alone as well, so that every single sign is the beginning of some term.
/// </summary>
public static class Terms
{
    /// <summary>Distinct terms under which a text is found.</summary>
    public static HashSet<string> Of(params ReadOnlySpan<string> texts)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var run in Runs(text))
                AddIndexed(run, terms);
        }
        return terms;
    }

    /// <summary>Whether a term says something: "the", "is", house numbers and single signs are in every text.</summary>
    public static bool IsTelling(string term) => term.Length > (char.IsAscii(term[0]) ? 3 : 1);

    /// <summary>The runs of a text, in order.</summary>
    public static IEnumerable<TextRun> Runs(string text)
    {
        TextRun? run = null;
        foreach (var sign in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(sign))
            {
                if (run is not null)
                    yield return run;
                run = null;
                continue;
            }
            var dense = Rune.GetUnicodeCategory(sign) == UnicodeCategory.OtherLetter;
            if (run is not null && run.Dense != dense)
            {
                yield return run;
                run = null;
            }
            run ??= new TextRun(dense, []);
            run.Signs.Add(Rune.ToLowerInvariant(sign).ToString());
        }
        if (run is not null)
            yield return run;
    }

    private static void AddIndexed(TextRun run, HashSet<string> terms)
    {
        if (!run.Dense)
        {
            terms.Add(run.Word);
            return;
        }
        for (var i = 0; i < run.Signs.Count - 1; i++)
            terms.Add(run.Signs[i] + run.Signs[i + 1]);
        terms.Add(run.Signs[^1]);
    }
}

/// <summary>Neighboring letters of one sort of script.</summary>
/// <param name="Dense">Written without spaces between words.</param>
/// <param name="Signs">In lower case.</param>
public sealed record TextRun(bool Dense, IList<string> Signs)
{
    // Longer words are cut: nobody searches for the tail of a URL.
    private const int LongestWord = 40;

    /// <summary>The run as a word.</summary>
    public string Word => string.Concat(Signs.Take(LongestWord));
}
