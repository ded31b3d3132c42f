using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Insight.Trailing;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Rebuilding;

/// <summary>Rebuilds over HTTP.</summary>
internal static class RebuildEndpoints
{
    private const string Path = "/api/v1/operations/replay";

    public static void MapRebuild(this IEndpointRouteBuilder endpoints)
    {
        var replay = endpoints.MapGroup(Path).WithTags("Operations").RequireRoles(Role.Administrator);
        replay.MapPost("/", Start)
            .WithName("startReplay")
            .WithSummary("Rebuilds lists, search and figures from the ledger while they stay readable. A rebuild that still runs is given up. "
                + "Who started it is in the audit trail.")
            .Produces<RebuildStatus>(StatusCodes.Status202Accepted);
        replay.MapGet("/", Last)
            .WithName("readReplay")
            .WithSummary("How far the last rebuild is.")
            .Produces<RebuildStatus>();
    }

    private static async Task<IResult> Start(HttpContext context, Rebuilder rebuilder, Trail trail)
    {
        await trail.Operate(context.Caller(), "replay", context.RequestAborted);
        return TypedResults.Accepted(Path, await rebuilder.Start(context.Caller(), context.RequestAborted));
    }

    private static async Task<IResult> Last(RebuildTable rebuilds, CancellationToken cancellationToken) =>
        await rebuilds.Last(cancellationToken) is { } last
            ? TypedResults.Ok(last)
            : new Error(ErrorKind.NotFound, "replay-never-run").ToResult();
}
