namespace Hotline.Cities.Reading;

/// <summary>Enum values as data files and the API spell them: <c>lifeService</c>, <c>helpRequest</c>.</summary>
internal static class EnumText
{
    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (!string.Equals(Spell(candidate), text, StringComparison.Ordinal))
                continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }

    public static string Spell<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static string Choice<T>() where T : struct, Enum => $"one of {string.Join(", ", Enum.GetValues<T>().Select(Spell))}";
}
