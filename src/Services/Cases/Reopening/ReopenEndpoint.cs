using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Reopening;

/// <param name="Reason">Why.</param>
public sealed record ReopenRequest(string? Reason);

internal static class ReopenEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("reopen", Reopen, "Opens a closed case again; goes back to whoever handled it. Of a declined case: 申诉, the citizen's appeal, which the screening desk decides; staff overturn the refusal.");

    private static async Task<IResult> Reopen(ActCall call, ReopenRequest body) => Field.Faults(Field.Required("reason", body.Reason)) is { Count: > 0 } faults
        ? faults.ToResult()
        : await call.Perform((by, operation) => new ReopenCase(by, operation, body.Reason!));
}
