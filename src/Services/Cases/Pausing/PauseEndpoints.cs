using Hotline.Cases.Acting;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Pausing;

/// <param name="Reason">What the case waits for.</param>
/// <param name="Note">Internal; sealed.</param>
public sealed record PauseRequest(PauseReason? Reason, string? Note);

/// <param name="Note">Internal; sealed.</param>
public sealed record ResumeRequest(string? Note);

internal static class PauseEndpoints
{
    public static void Map(IEndpointRouteBuilder acts)
    {
        acts.MapAct("pause", Pause, "挂起: the clocks stand still while the case waits, for a typed reason.");
        acts.MapAct(
            "resume",
            (ActCall call, ResumeRequest? body) => call.Perform((by, operation) => new ResumeCase(by, operation, body?.Note)),
            "The wait is over: the clocks go on with the time that was left.");
    }

    private static async Task<IResult> Pause(ActCall call, PauseRequest body) => body.Reason is { } reason
        ? await call.Perform((by, operation) => new PauseCase(by, operation, reason, body.Note))
        : Error.Invalid("reason", "required").ToResult();
}
