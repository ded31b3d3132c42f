using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Transferring;

/// <param name="To">User name of an officer of the same unit.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record TransferRequest(string? To, string? Reason);

internal static class TransferEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("transfer", Transfer, "To another officer of the lead unit.");

    private static async Task<IResult> Transfer(ActCall call, TransferRequest body) => Field.Faults(Field.Required("to", body.To, 200)) is { Count: > 0 } faults
        ? faults.ToResult()
        : await call.Perform((by, operation) => new TransferCase(by, operation, body.To!, body.Reason));
}
