using Hotline.Contracts.Units;
using Hotline.Feedback.Paging;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Feedback.Calling;

/// <summary>The operators' lists: whom to call back, who has been called, what must be done again.</summary>
internal static class VisitEndpoints
{
    public static void MapVisits(this IEndpointRouteBuilder app)
    {
        var visits = app.MapGroup("/api/v1/visits")
            .RequireRoles(Role.Operator | Role.Supervisor | Role.Auditor | Role.Administrator)
            .WithTags("Return visits")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        visits.MapGet("/", List)
            .WithName("listVisits")
            .WithSummary("Lists return visits")
            .WithDescription("`state=open` (default): citizens to call back, the first due first. `state=done`: visits that are over, the newest first. "
                + "Pages of `limit` (1–200, default 50); `next` of a page is the `cursor` of the following one.")
            .Produces<Page<VisitView>>();
        visits.MapGet("/redos", Redos)
            .WithName("listRedos")
            .WithSummary("Lists orders to do it again (重办), the newest first")
            .Produces<Page<RedoView>>();
    }

    private static async Task<IResult> List(VisitList visits, CancellationToken cancellationToken, string state = "open", string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Read(cursor, limit, state == "open" ? Cursor.First : Cursor.Last);
        if (page.Error is not null)
            return page.Error.ToResult();
        return state switch
        {
            "open" => Results.Ok(await visits.OpenAfter(page.After, page.Limit, cancellationToken)),
            "done" => Results.Ok(await visits.DoneBefore(page.After, page.Limit, cancellationToken)),
            _ => PageRequest.UnknownState.ToResult(),
        };
    }

    private static async Task<IResult> Redos(VisitList visits, CancellationToken cancellationToken, string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Read(cursor, limit, Cursor.Last);
        return page.Error?.ToResult() ?? Results.Ok(await visits.RedosBefore(page.After, page.Limit, cancellationToken));
    }
}
