using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.TakingBack;

/// <param name="Reason">Why.</param>
public sealed record TakeBackRequest(string? Reason);

internal static class TakeBackEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("take-back", TakeBack, "Takes the case from a unit that let a deadline pass in silence; it can be dispatched anew.");

    private static async Task<IResult> TakeBack(ActCall call, TakeBackRequest body) => Field.Faults(Field.Required("reason", body.Reason, 2000)) is { Count: > 0 } faults
        ? faults.ToResult()
        : await call.Perform((by, operation) => new TakeBackCase(by, operation, body.Reason!));
}
