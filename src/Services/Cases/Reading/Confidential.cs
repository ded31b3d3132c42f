using Microsoft.Net.Http.Headers;

namespace Hotline.Cases.Reading;

/// <summary>Answers that hold personal data in clear.</summary>
internal static class Confidential
{
    /// <summary>200, kept by no browser and no proxy.</summary>
    public static IResult Ok<T>(HttpContext http, T answer)
    {
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Ok(answer);
    }
}
