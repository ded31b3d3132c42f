using System.Collections.Frozen;
using System.Text.Json;
using Hotline.Contracts.Cases;

namespace Hotline.Insight.Rows;

/// <summary>Enum values as the words that messages and columns hold.</summary>
/// <typeparam name="T">An enum of the contracts.</typeparam>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => JsonSerializer.SerializeToElement(value, CaseJson.Options).GetString()!);

    private static readonly FrozenDictionary<string, T> From =
        Of.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The word of a value.</summary>
    public static string Write(T value) => Of[value];

    /// <summary>The value behind a word, if it is one.</summary>
    public static bool TryRead(string word, out T value) => From.TryGetValue(word, out value);
}

/// <summary>An enum value as a query parameter: spelled as in the JSON, whatever the case of its letters.</summary>
internal readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    /// <summary>Reads the word; how ASP.NET Core binds it.</summary>
    public static bool TryParse(string? text, out Word<T> word)
    {
        T value = default;
        var known = text is not null && Words<T>.TryRead(text, out value);
        word = new Word<T>(value);
        return known;
    }
}
