using System.Buffers;

namespace Hotline.Gateway.Receiving;

/// <summary>Every request has an id, the caller's own or a new one; the answer names it, and so do the services' traces.</summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";

    private const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:");

    public static Task Give(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        var given = headers[Header].ToString();
        // Anything else could forge lines in somebody's log.
        if (given.Length is > 0 and <= MaxLength && !given.AsSpan().ContainsAnyExcept(Allowed))
            context.TraceIdentifier = given;
        headers.Remove(Header);
        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    }
}
