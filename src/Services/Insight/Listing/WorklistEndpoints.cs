using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;
using Hotline.Insight.Saving;
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
            .WithSummary("All worklists, the caller's own work first, with the number of cases the caller may see on each, due soon and overdue.")
            .Produces<WorklistCounts>();
        lists.MapGet("/{name}", Page)
            .WithName("readWorklist")
            .WithSummary("A page of a worklist: what is due first, then the oldest. At most 200 cases; follow the cursor for more. "
                + "Filters may be combined; those named here count more than those of a saved filter.")
            .Produces<CasePage>();
    }

    private static async Task<IResult> Counts(HttpContext context, Worklists worklists)
    {
        var caller = context.Caller();
        return Scope.Of(caller) is { } scope
            ? TypedResults.Ok(await worklists.Counts(caller, scope, context.RequestAborted))
            : ListErrors.Forbidden.ToResult();
    }

    private static async Task<IResult> Page(
        HttpContext context, Worklists worklists, SavedFilters saved, string name, string? filter,
        Word<CaseKind>? kind, Word<CaseType>? type, Word<Urgency>? urgency, string? category, UnitRef? unit, string? area, Word<Channel>? channel,
        DateOnly? receivedFrom, DateOnly? receivedTo, string? cursor, int? limit)
    {
        var caller = context.Caller();
        if (Scope.Of(caller) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        if (Worklist.Find(name) is not { } list)
            return ListErrors.UnknownWorklist(name).ToResult();
        if ((Paging.Read(cursor, limit, out var paging) ?? FilterRules.PeriodFault("receivedTo", receivedFrom, receivedTo)) is { } wrong)
            return wrong.ToResult();
        var asked = new CaseFilter
        {
            Kind = kind?.Value, Type = type?.Value, Urgency = urgency?.Value, Category = category, Unit = unit, Area = area, Channel = channel?.Value,
            ReceivedFrom = receivedFrom, ReceivedTo = receivedTo,
        };
        if (filter is not null)
        {
            if (await saved.Find(caller.Subject, filter, context.RequestAborted) is not { } found)
                return ListErrors.UnknownFilter(filter).ToResult();
            asked = asked.Or(found.Filter);
        }
        return TypedResults.Ok(await worklists.Page(list, asked, caller, scope, paging, context.RequestAborted));
    }
}
