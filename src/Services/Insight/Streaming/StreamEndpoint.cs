using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Streaming;

/// <summary>Live worklists over HTTP.</summary>
internal static class StreamEndpoint
{
    private const string LastEventId = "Last-Event-ID";

    public static void MapWorklistStream(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/worklists/stream", Stream)
            .WithName("followWorklists")
            .WithTags("Worklists")
            .WithSummary("Server-sent events: 'counts' at once and when they change (as GET /api/v1/worklists answers), 'case' for each case that changed "
                + "(number, lists it lies on now, version, due), 'reset' when changes may have been missed and lists have to be read again, 'expired' when the "
                + "token has come to its end. At most one turn a second. The token travels in the Authorization header, as everywhere.")
            .Produces<CaseMoved>(StatusCodes.Status200OK, "text/event-stream");

    private static IResult Stream(HttpContext context, Watchers watchers, WorklistStream stream)
    {
        var caller = context.Caller();
        if (Scope.Of(caller) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        if (watchers.Join(caller, scope) is not { } watcher)
            return new Problem(StatusCodes.Status429TooManyRequests, "too-many-streams") { Arguments = [$"{Watchers.MostPerPerson}"] };
        context.Response.RegisterForDispose(watcher);
        var again = context.Request.Headers.ContainsKey(LastEventId);
        return TypedResults.ServerSentEvents(stream.Follow(watcher, again, Comment, context.RequestAborted));

        // Between two events nobody else writes.
        Task Comment() => context.Response.WriteAsync(":\n\n", context.RequestAborted);
    }
}
