using Hotline.Contracts.Units;
using Hotline.Ledger.Replaying;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Replaying;

/// <param name="Queue">The one queue that gets everything again.</param>
public sealed record ReplayRequest(string Queue);

/// <summary><c>POST /internal/replay</c>: for services behind the gateway, which does not route here; they pass their caller on.</summary>
internal static class ReplayEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/internal/replay", async (ReplayRequest body, Replay replay, CancellationToken cancellationToken) =>
            Results.Ok(new { sent = await replay.Run(body.Queue, cancellationToken) }))
        .RequireRoles(Role.Administrator)
        .ExcludeFromDescription();
}
