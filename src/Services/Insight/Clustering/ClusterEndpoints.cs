using System.Globalization;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Clustering;

/// <summary>Clusters, incidents and suggestions over HTTP.</summary>
internal static class ClusterEndpoints
{
    private const Role Staff = Role.Operator | Role.Supervisor | Role.Administrator | Role.Auditor;

    // Lists follow the ledger with a little delay: what was just received may not be here yet.
    private static Error Unknown { get; } = new(ErrorKind.NotFound, "case-unknown");

    public static void MapClusters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/cases/{number}/similar", ReadSimilar)
            .RequireRoles(Staff)
            .WithName("findSimilarCases")
            .WithTags("Clusters")
            .WithSummary("Open cases that may be the same matter, with a score from 0 to 1 and the reasons in words; expected incidents first. For staff.")
            .Produces<SimilarList>();
        endpoints.MapGet("/api/v1/cases/{number}/cluster", ReadCluster)
            .WithName("readCluster")
            .WithTags("Clusters")
            .WithSummary("The lead case of a case, which may be itself, and a page of those that follow it. Units see of followers where they come from and how they stand.")
            .Produces<ClusterPage>();
        endpoints.MapGet("/api/v1/incidents", ReadIncidents)
            .WithName("listIncidents")
            .WithTags("Incidents")
            .WithSummary("The open incidents, oldest first, each with the number of its followers.")
            .Produces<CasePage>();
    }

    private static async Task<IResult> ReadSimilar(HttpContext context, Clusters clusters, SimilarCases similar, string number)
    {
        var scope = Scope.Of(context.Caller())!;
        if (await clusters.Find(number, scope, context.RequestAborted) is not { } found)
            return Unknown.ToResult();
        // What a sealed case is like would tell what it is about.
        var alike = found.Full.Sealed ? [] : await similar.To(found.CaseId, context.RequestAborted);
        var words = new LikenessWords(CultureInfo.GetCultureInfo(Language.Of(context.Request)));
        return TypedResults.Ok(new SimilarList([.. alike.Select(one => new SimilarItem(
            one.Row.For(scope), Math.Round(one.Likeness.Score, 2), [.. words.Of(one.Likeness, one.Text)]))]));
    }

    private static async Task<IResult> ReadCluster(HttpContext context, Clusters clusters, string number, string? cursor, int? limit)
    {
        if (Scope.Of(context.Caller()) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        if (Paging.Read(cursor, limit, out var paging) is { } wrong)
            return wrong.ToResult();
        var found = await clusters.Find(number, scope, context.RequestAborted);
        if (found?.Full.MergedInto is { } leads)
            found = await clusters.Find(leads, scope, context.RequestAborted);
        if (found is null)
            return Unknown.ToResult();
        var (rows, more) = await clusters.Followers(found.Full.Number, paging, context.RequestAborted);
        return TypedResults.Ok(new ClusterPage(
            found.For(scope), [.. rows.Select(row => Seen(row, scope))], more ? Cursor.After(rows[^1]).ToString() : null));
    }

    private static async Task<IResult> ReadIncidents(HttpContext context, Clusters clusters, string? cursor, int? limit)
    {
        if (Scope.Of(context.Caller()) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        if (Paging.Read(cursor, limit, out var paging) is { } wrong)
            return wrong.ToResult();
        var (rows, more) = await clusters.Incidents(scope, paging, context.RequestAborted);
        return TypedResults.Ok(CasePage.Of(rows, more, scope));
    }

    // The unit that handles the lead case was never given the followers: what it needs of them is where the matter is felt.
    private static CaseItem Seen(CaseRow row, Scope scope) => scope.Unit is null ? row.For(scope) : new CaseItem
    {
        Number = row.Full.Number,
        Sealed = row.Full.Sealed,
        Status = row.Full.Status,
        Area = row.Full.Area,
        Address = row.Full.Address,
        ReceivedAt = row.Full.ReceivedAt,
    };
}

/// <summary>Cases that may be the same matter.</summary>
public sealed record SimilarList(IReadOnlyList<SimilarItem> Items);

/// <summary>A case that may be the same matter.</summary>
/// <param name="Score">From 0, nothing in common, to 1.</param>
/// <param name="Reasons">Why, in words by Accept-Language (zh-CN, en).</param>
public sealed record SimilarItem(CaseItem Case, double Score, IReadOnlyList<string> Reasons);

/// <summary>A lead case and those that follow it.</summary>
/// <param name="Cursor">Send it to get the next page; absent on the last one.</param>
public sealed record ClusterPage(CaseItem Lead, IReadOnlyList<CaseItem> Followers, string? Cursor);
