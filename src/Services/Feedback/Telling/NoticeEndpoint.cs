using System.Globalization;
using Hotline.Contracts.Units;
using Hotline.Feedback.Paging;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Feedback.Telling;

/// <summary>Where channels fetch what their citizens are to be told.</summary>
internal static class NoticeEndpoint
{
    private const Role Desk = Role.Operator | Role.Supervisor | Role.Administrator;

    public static void MapNotices(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/notices", Fetch)
        .RequireRoles(Role.Channel | Desk)
        .WithName("fetchNotices")
        .WithTags("Notices")
        .WithSummary("What citizens are to be told")
        .WithDescription("Notices about the cases this channel client submitted (for the desk: about those it took in itself), oldest first, in pages of "
            + "`limit` (1–200, default 50). Fetch with the `next` of the page before, for ever; a lost page can be fetched again. Each notice is told once by its `id`.")
        .Produces<NoticePage>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Fetch(
        HttpContext context, NoticeBook book, NoticeWriter writer, CancellationToken cancellationToken, string? cursor = null, int? limit = null)
    {
        var (place, most, fault) = PageRequest.ReadPlace(cursor, limit);
        if (fault is not null)
            return fault.ToResult();
        var caller = context.Caller();
        var found = await book.After(place, caller.Is(Role.Channel) ? caller.Subject : Notice.Desk, most, cancellationToken);
        var items = found.Take(most).ToList();
        var next = items.Count == 0 ? place : items[^1].Place;
        return Results.Ok(new NoticePage([.. items.Select(writer.Write)], next.ToString(CultureInfo.InvariantCulture), found.Count > most));
    }
}
