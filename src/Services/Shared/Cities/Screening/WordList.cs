using System.Collections.Immutable;

namespace Hotline.Cities.Screening;

/// <summary>Words to find in a text: Latin ones as whole words, others wherever their signs stand together. Without regard to case.</summary>
public sealed class WordList
{
    private readonly ImmutableArray<string> _folded;
    private readonly ImmutableArray<string> _longestFirst;

    /// <param name="words">Not empty themselves.</param>
    public WordList(IEnumerable<string> words)
    {
        Words = [.. words];
        _folded = [.. Words.Select(Fold)];
        _longestFirst = [.. _folded.OrderByDescending(word => word.Length)];
    }

    public ImmutableArray<string> Words { get; }

    /// <summary>A text as the lists compare it. Whoever asks several lists about one text folds it once: comparing sign by sign without regard to case costs ten times as much.</summary>
    public static string Fold(string text) => text.ToUpperInvariant();

    /// <summary>The words a text contains, in the order of the list.</summary>
    public ImmutableArray<string> In(string text) => InFolded(Fold(text));

    /// <summary>As <see cref="In"/>, of a text that was folded.</summary>
    public ImmutableArray<string> InFolded(string folded) => [.. Words.Where((_, at) => Next(folded, _folded[at], 0) >= 0)];

    /// <summary>How many letters and digits of a folded text belong to no word of the list, the longest word taken out first.</summary>
    public int LettersBeside(string folded)
    {
        var rest = folded.ToCharArray().AsSpan();
        foreach (var word in _longestFirst)
            TakeOut(rest, word);
        var letters = 0;
        foreach (var sign in rest)
            letters += char.IsLetterOrDigit(sign) ? 1 : 0;
        return letters;
    }

    private static void TakeOut(Span<char> text, string word)
    {
        for (var at = Next(text, word, 0); at >= 0; at = Next(text, word, at + word.Length))
            text.Slice(at, word.Length).Fill(' ');
    }

    private static int Next(ReadOnlySpan<char> text, string word, int from)
    {
        for (var at = Find(text, word, from); at >= 0; at = Find(text, word, at + 1))
        {
            var end = at + word.Length;
            if (!(Joins(word[0]) && at > 0 && Joins(text[at - 1])) && !(Joins(word[^1]) && end < text.Length && Joins(text[end])))
                return at;
        }

        return -1;
    }

    private static int Find(ReadOnlySpan<char> text, string word, int from) =>
        text[from..].IndexOf(word, StringComparison.Ordinal) is var at and >= 0 ? from + at : -1;

    // Two Latin letters side by side belong to one word; Chinese signs do not tell.
    private static bool Joins(char sign) => char.IsAsciiLetter(sign);
}
