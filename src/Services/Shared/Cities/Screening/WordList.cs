using System.Buffers;
using System.Collections.Immutable;

namespace Hotline.Cities.Screening;

/// <summary>Words to find in a text: Latin ones as whole words, others wherever their signs stand together. Without regard to case.</summary>
public sealed class WordList
{
    private readonly SearchValues<string> _any;

    /// <param name="words">Not empty themselves.</param>
    public WordList(IEnumerable<string> words)
    {
        Words = [.. words];
        _any = SearchValues.Create([.. Words], StringComparison.OrdinalIgnoreCase);
    }

    public ImmutableArray<string> Words { get; }

    /// <summary>The words a text contains, in the order of the list.</summary>
    // Most texts contain none: one pass over the text says so.
    public ImmutableArray<string> In(string text) =>
        text.AsSpan().ContainsAny(_any) ? [.. Words.Where(word => Contains(text, word))] : [];

    /// <summary>A text without the words of the list, the longest taken out first.</summary>
    public string Without(string text) => In(text).OrderByDescending(word => word.Length).Aggregate(text, (rest, word) =>
    {
        for (var at = Next(rest, word, 0); at >= 0; at = Next(rest, word, at))
            rest = rest.Remove(at, word.Length).Insert(at, " ");
        return rest;
    });

    /// <summary>Whether a text contains a word.</summary>
    public static bool Contains(string text, string word) => Next(text, word, 0) >= 0;

    private static int Next(string text, string word, int from)
    {
        for (var at = Find(text, word, from); at >= 0; at = Find(text, word, at + 1))
        {
            var end = at + word.Length;
            if (!(Joins(word[0]) && at > 0 && Joins(text[at - 1])) && !(Joins(word[^1]) && end < text.Length && Joins(text[end])))
                return at;
        }

        return -1;
    }

    private static int Find(string text, string word, int from) => text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    // Two Latin letters side by side belong to one word; Chinese signs do not tell.
    private static bool Joins(char sign) => char.IsAsciiLetter(sign);
}
