using System.Collections.Immutable;
using System.Globalization;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Screening;

/// <summary>甄别: the words by which a new case is held for the screening desk. A person decides what a finding means.</summary>
/// <param name="Emergencies">Whom to call at once.</param>
/// <param name="Elsewhere">Matters outside of the city's power, and where they belong.</param>
/// <param name="Abusive">Abusive language.</param>
/// <param name="PrivateGain">Words of complainers by profession.</param>
/// <param name="ShortestText">Letters and signs of title and text together, without what says nothing, below which a matter is too vague.</param>
/// <param name="SayNothing">Phrases of courtesy and of complaint in general, which tell nobody what to do.</param>
/// <param name="Elements">Words by which a text tells when, where and why.</param>
/// <param name="Earlier">What of other cases, taken in before, holds a new one.</param>
/// <param name="Standing">What upheld findings cost a citizen.</param>
public sealed record ScreeningPolicy(
    ImmutableArray<Emergency> Emergencies,
    ImmutableArray<Elsewhere> Elsewhere,
    WordList Abusive,
    WordList PrivateGain,
    int ShortestText,
    WordList SayNothing,
    ElementWords Elements,
    EarlierPolicy Earlier,
    StandingPolicy Standing)
{
    private readonly ImmutableArray<(FindingKind Kind, WordList Words)> _lists =
    [
        .. Emergencies.Select(one => (FindingKind.Emergency, one.Words)),
        .. Elsewhere.Select(one => (FindingKind.OutOfPower, one.Words)),
        (FindingKind.Abusive, Abusive),
        (FindingKind.PrivateGain, PrivateGain),
    ];

    /// <summary>The emergencies a text speaks of.</summary>
    public IEnumerable<Emergency> EmergenciesIn(string text)
    {
        var folded = WordList.Fold(text);
        return Emergencies.Where(one => !one.Words.InFolded(folded).IsEmpty);
    }

    /// <summary>Where a text belongs when it is none of the city's matters; null when no word says so.</summary>
    public Elsewhere? ElsewhereOf(string text)
    {
        var folded = WordList.Fold(text);
        return Elsewhere.FirstOrDefault(one => !one.Words.InFolded(folded).IsEmpty);
    }

    /// <summary>Everything the words of a matter say by themselves.</summary>
    /// <param name="text">Title and text.</param>
    public IEnumerable<Finding> Read(string text)
    {
        var folded = WordList.Fold(text);
        if (SayNothing.LettersBeside(folded) is var told && told < ShortestText)
            yield return new Finding(FindingKind.TooVague, string.Create(CultureInfo.InvariantCulture, $"{told} < {ShortestText}"));
        foreach (var (kind, words) in _lists)
        {
            if (words.InFolded(folded) is { IsEmpty: false } found)
                yield return new Finding(kind, string.Join(", ", found));
        }
    }
}

/// <summary>Words that tell of an element of the matter (五要素) without a field of its own.</summary>
public sealed record ElementWords(WordList When, WordList Where, WordList Cause);

/// <summary>A danger that the hotline cannot wait with.</summary>
/// <param name="Call">Number to call, e.g. 119.</param>
/// <param name="Say">What to tell the citizen.</param>
public sealed record Emergency(string Call, LocalText Say, WordList Words);

/// <summary>Matters for somebody else than the city.</summary>
/// <param name="WhereToGo">What to tell the citizen.</param>
public sealed record Elsewhere(LocalText WhereToGo, WordList Words);
