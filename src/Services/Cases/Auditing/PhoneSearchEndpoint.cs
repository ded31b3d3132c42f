using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Auditing;

/// <summary><c>POST /internal/phone-search</c>: for the service that searches, behind the gateway, which does not route here; it passes its caller on.
/// The number is not told: a trail must not remember whom it is to help forget.</summary>
internal static class PhoneSearchEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/internal/phone-search", async (HttpContext http, AccessLog log, TimeProvider time) =>
        {
            await log.Write(Access.Of(http.Caller(), AccessKind.PhoneSearch, time.GetUtcNow()), http.RequestAborted);
            return Results.NoContent();
        })
        .ExcludeFromDescription();
}
