using System.Text.RegularExpressions;

namespace Hotline.Cities.Reading;

/// <summary>Codes travel in URLs, queue names and claims: lower-case ASCII words with dots between levels.</summary>
internal static partial class CodeText
{
    public static bool IsValid(string text) => text.Length <= 64 && Shape().IsMatch(text);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*$")]
    private static partial Regex Shape();
}
