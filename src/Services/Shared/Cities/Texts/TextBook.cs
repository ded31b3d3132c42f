using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotline.Cities.Texts;

/// <summary>Notices to citizens and units in the city's own words, with <c>{placeholders}</c>.</summary>
public sealed partial class TextBook
{
    private readonly FrozenDictionary<string, LocalText> _texts;

    internal TextBook(IReadOnlyDictionary<string, LocalText> texts) => _texts = texts.ToFrozenDictionary();

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The notice with its placeholders filled; one without an argument stays as it is written.</summary>
    /// <exception cref="KeyNotFoundException">The city has no such text.</exception>
    public string Get(string key, CultureInfo culture, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var text = _texts[key].In(culture);
        foreach (var (name, value) in arguments)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }

    internal static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Placeholder();
}
