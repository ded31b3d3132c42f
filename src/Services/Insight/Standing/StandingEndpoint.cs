using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Hotline.Insight.Trailing;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Standing;

/// <summary><c>GET /api/v1/cases/{number}/standing</c>: how the citizen of a case stands, for the screening desk.</summary>
internal static class StandingEndpoint
{
    private static readonly Error Unknown = new(ErrorKind.NotFound, "case-unknown");

    public static void MapStanding(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/v1/cases/{number}/standing", Read)
        .RequireRoles(Role.Operator | Role.Supervisor)
        .WithName("readCitizenStanding")
        .WithTags("Citizens")
        .WithSummary("诉求人信用: findings of abuse that a person upheld against the citizen of a case, what they cost, and whether the slower lane is taken. "
            + "For operators and supervisors; every look is in the audit trail.")
        .Produces<StandingView>();

    private static async Task<IResult> Read(HttpContext context, Clusters cases, Standings standings, Trail trail, string number)
    {
        var caller = context.Caller();
        if (await cases.Find(number, Scope.Of(caller)!, context.RequestAborted) is not { } found)
            return Unknown.ToResult();
        // It tells of the same person's other cases.
        await trail.PhoneSearch(caller, context.RequestAborted);
        return TypedResults.Ok(await standings.Of(found.CaseId, context.RequestAborted));
    }
}
