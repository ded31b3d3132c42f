namespace Hotline.Cities.Reviews;

/// <summary>What a text is about, as a set: words of alphabetic scripts, pairs of neighboring signs of scripts without spaces.</summary>
internal static class Terms
{
    /// <summary>How much of what an answer says is taken from the matter, 0 to 1.</summary>
    public static double Shared(string matter, string answer)
    {
        var asked = Of(matter);
        var said = Of(answer);
        return said.Count == 0 ? 0 : (double)said.Count(asked.Contains) / Math.Min(said.Count, Math.Max(1, asked.Count));
    }

    private static HashSet<string> Of(string text)
    {
        var terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
                continue;
            var end = at + 1;
            if (char.IsAscii(text[at]))
            {
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                    end++;
                if (end - at > 3)
                    terms.Add(text[at..end]);
                at = end - 1;
            }
            else if (end < text.Length && char.IsLetter(text[end]) && !char.IsAscii(text[end]))
            {
                terms.Add(text.Substring(at, 2));
            }
        }

        return terms;
    }
}
