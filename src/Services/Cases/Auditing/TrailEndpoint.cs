using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Auditing;

/// <param name="Kind">What was done: <c>phoneSearch</c> or <c>operate</c>.</param>
/// <param name="Note">Which operation, on what. A phone number is not told: a trail must not remember whom it is to help forget.</param>
public sealed record TrailEntryRequest(AccessKind Kind, string? Note);

/// <summary><c>POST /internal/trail</c>: for the services that search and operate, behind the gateway, which does not route here; they pass their caller on.</summary>
internal static class TrailEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/internal/trail", async (TrailEntryRequest body, HttpContext http, AccessLog log, TimeProvider time) =>
        {
            await log.Write(Access.Of(http.Caller(), body.Kind, time.GetUtcNow()) with { Note = body.Note }, http.RequestAborted);
            return Results.NoContent();
        })
        .ExcludeFromDescription();
}
