using Hotline.Contracts.Cases;

namespace Hotline.Cities.Reading;

/// <summary>Enum values as data files and the API spell them: <c>lifeService</c>, <c>helpRequest</c>.</summary>
internal static class EnumText
{
    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (!string.Equals(Word.Of(candidate), text, StringComparison.Ordinal))
                continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }

    public static string Choice<T>() where T : struct, Enum => $"one of {string.Join(", ", Enum.GetValues<T>().Select(Word.Of))}";
}
