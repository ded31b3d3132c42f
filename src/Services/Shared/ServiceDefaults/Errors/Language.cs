using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>The language to answer in.</summary>
public static class Language
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Languages every text must have; the first is the default.</summary>
    public static readonly IReadOnlyList<string> All = [Chinese, English];

    /// <summary>The best of our languages by <c>Accept-Language</c> (RFC 9110 12.5.4).</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0)
            return Chinese;
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Ours(language.Value.AsSpan()));
        return wanted.FirstOrDefault(language => language is not null) ?? Chinese;
    }

    /// <summary>The same as a culture.</summary>
    public static CultureInfo CultureOf(HttpRequest request) => CultureInfo.GetCultureInfo(Of(request));

    private static string? Ours(ReadOnlySpan<char> tag) =>
        tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English
        : null;
}
