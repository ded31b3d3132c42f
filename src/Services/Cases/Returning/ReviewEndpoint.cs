using Hotline.Cases.Acting;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Returning;

/// <param name="Upheld">True or false; there is no default.</param>
/// <param name="Reason">Needed to reject; the unit reads it.</param>
public sealed record ReviewReturnRequest(bool? Upheld, string? Reason);

internal static class ReviewEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "review-return", Review, "Upholds a return, or rejects it: the case goes back to the unit, on new clocks, and not for that reason again.");

    private static async Task<IResult> Review(ActCall call, ReviewReturnRequest body)
    {
        var faults = Field.Faults(
            body.Upheld is null ? Error.Invalid("upheld", "required") : null,
            body.Upheld == false ? Field.Required("reason", body.Reason) : null);
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new ReviewReturn(by, operation, body.Upheld!.Value, body.Reason));
    }
}
