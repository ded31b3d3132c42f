using System.Globalization;
using System.Text;

namespace Hotline.Insight.Rows;

/// <summary>
/// What text is indexed and searched by: words of alphabetic scripts in lower case, and pairs of neighbors (bigrams) of scripts that set no
/// spaces, such as Chinese. The last sign of a run stands alone as well, so that every single sign is the beginning of some term.
/// </summary>
internal static class Terms
{
    /// <summary>Longer words are cut: nobody searches for the tail of a URL.</summary>
    private const int LongestWord = 40;

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

    /// <summary>A PostgreSQL <c>tsquery</c> that asks for every part of a phrase; null when the phrase holds nothing to search for.
    /// Words match from their beginning: <c>leak</c> finds <c>leaking</c>.</summary>
    public static string? Query(string phrase)
    {
        var asked = new List<string>();
        foreach (var run in Runs(phrase))
            AddAsked(run, asked);
        return asked.Count == 0 ? null : string.Join(" & ", asked.Distinct(StringComparer.Ordinal));
    }

    private static void AddIndexed(Run run, HashSet<string> terms)
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

    private static void AddAsked(Run run, List<string> asked)
    {
        if (!run.Dense)
            asked.Add($"'{run.Word}':*");
        else if (run.Signs.Count == 1)
            asked.Add($"'{run.Signs[0]}':*");
        for (var i = 0; i < run.Signs.Count - 1 && run.Dense; i++)
            asked.Add($"'{run.Signs[i]}{run.Signs[i + 1]}'");
    }

    private static IEnumerable<Run> Runs(string text)
    {
        Run? run = null;
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
            run ??= new Run(dense, []);
            run.Signs.Add(Rune.ToLowerInvariant(sign).ToString());
        }
        if (run is not null)
            yield return run;
    }

    /// <summary>Neighboring letters of one sort of script.</summary>
    /// <param name="Dense">Written without spaces between words.</param>
    private sealed record Run(bool Dense, List<string> Signs)
    {
        public string Word => string.Concat(Signs.Take(LongestWord));
    }
}
