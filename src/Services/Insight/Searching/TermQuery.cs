using Hotline.Cities.Clusters;

namespace Hotline.Insight.Searching;

/// <summary>Asks PostgreSQL for texts by their terms.</summary>
internal static class TermQuery
{
    /// <summary>A PostgreSQL <c>tsquery</c> that asks for every part of a phrase; null when the phrase holds nothing to search for.
    /// Words match from their beginning: <c>leak</c> finds <c>leaking</c>.</summary>
    public static string? Of(string phrase)
    {
        var asked = new List<string>();
        foreach (var run in Terms.Runs(phrase))
            AddAsked(run, asked);
        return asked.Count == 0 ? null : string.Join(" & ", asked.Distinct(StringComparer.Ordinal));
    }

    private static void AddAsked(TextRun run, List<string> asked)
    {
        if (!run.Dense)
            asked.Add($"'{run.Word}':*");
        else if (run.Signs.Count == 1)
            asked.Add($"'{run.Signs[0]}':*");
        for (var i = 0; i < run.Signs.Count - 1 && run.Dense; i++)
            asked.Add($"'{run.Signs[i]}{run.Signs[i + 1]}'");
    }
}
