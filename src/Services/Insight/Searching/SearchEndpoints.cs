using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;
using Hotline.Insight.Trailing;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Searching;

/// <summary>Search over HTTP.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/search", Search)
            .WithName("searchCases")
            .WithTags("Search")
            .WithSummary("Cases by number, phone number or words of title and text (Chinese and English), newest first. Filters may stand alone.")
            .Produces<CasePage>();

    private static async Task<IResult> Search(
        HttpContext context, CaseSearch search, Trail trail,
        string? q, Word<CaseKind>? kind, Word<CaseStatus>? status, string? category, UnitRef? unit, DateOnly? from, DateOnly? to, string? cursor, int? limit)
    {
        if (Scope.Of(context.Caller()) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        var question = new SearchQuestion(
            SearchWords.Of(q), status?.Value, new CaseFilter { Kind = kind?.Value, Category = category, Unit = unit, ReceivedFrom = from, ReceivedTo = to });
        if (question.Empty)
            return ListErrors.NothingToSearch.ToResult();
        if (Paging.Read(cursor, limit, out var paging) is { } wrong)
            return wrong.ToResult();
        if (question.Words.Phone is not null)
            await trail.PhoneSearch(context.Caller(), context.RequestAborted);
        return TypedResults.Ok(await search.Find(question, scope, paging, context.RequestAborted));
    }
}
