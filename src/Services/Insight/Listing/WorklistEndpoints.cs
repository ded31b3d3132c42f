using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Listing;

/// <summary>Worklists over HTTP.</summary>
internal static class WorklistEndpoints
{
    public static void MapWorklists(this IEndpointRouteBuilder endpoints)
    {
        var lists = endpoints.MapGroup("/api/v1/worklists").WithTags("Worklists");
        lists.MapGet("/", Counts)
            .WithName("listWorklists")
            .WithSummary("All worklists with the number of cases the caller may see on each.")
            .Produces<WorklistCounts>();
        lists.MapGet("/{name}", Page)
            .WithName("readWorklist")
            .WithSummary("A page of a worklist: what is due first, then the oldest. At most 200 cases; follow the cursor for more.")
            .Produces<CasePage>();
    }

    private static async Task<IResult> Counts(HttpContext context, Worklists worklists)
    {
        var caller = context.Caller();
        if (Scope.Of(caller) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        return TypedResults.Ok(new WorklistCounts(await worklists.Counts(scope, caller.Subject, context.RequestAborted)));
    }

    private static async Task<IResult> Page(HttpContext context, Worklists worklists, string name, string? cursor, int? limit)
    {
        var caller = context.Caller();
        if (Scope.Of(caller) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        if (Worklist.Find(name) is not { } list)
            return ListErrors.UnknownWorklist(name).ToResult();
        if (Paging.Read(cursor, limit, out var paging) is { } wrong)
            return wrong.ToResult();
        return TypedResults.Ok(await worklists.Page(list, scope, caller.Subject, paging, context.RequestAborted));
    }
}

/// <summary>All worklists.</summary>
public sealed record WorklistCounts(IReadOnlyList<WorklistCount> Lists);
