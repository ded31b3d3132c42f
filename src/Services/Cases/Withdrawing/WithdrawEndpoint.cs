using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Withdrawing;

/// <param name="Reason">Why, if the citizen says.</param>
public sealed record WithdrawRequest(string? Reason);

internal static class WithdrawEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "withdraw",
        (ActCall call, WithdrawRequest? body) => call.Perform((by, operation) => new WithdrawCase(by, operation, body?.Reason)),
        "The citizen takes the matter back.");
}
