using Microsoft.AspNetCore.Http;

namespace Hotline.ServiceDefaults.Callers;

/// <summary>The caller of the request at hand.</summary>
public static class CallerOfRequest
{
    /// <summary>The verified caller. On an endpoint that allows anonymous calls use <see cref="CallerOrNull"/>.</summary>
    /// <exception cref="InvalidOperationException">Nobody was verified, which the middleware lets happen on anonymous endpoints only.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.CallerOrNull() ?? throw new InvalidOperationException("The endpoint allows anonymous calls and this is one.");

    /// <summary>The verified caller, or null when the call is anonymous.</summary>
    public static Caller? CallerOrNull(this HttpContext context) => context.Features.Get<Caller>();
}
