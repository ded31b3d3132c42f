using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Accepting;

/// <param name="Note">For the record.</param>
public sealed record AcceptRequest(string? Note);

internal static class AcceptEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) =>
        acts.MapAct("accept", (ActCall call, AcceptRequest? body) => call.Perform((by, operation) => new AcceptCase(by, operation, body?.Note)), "受理: takes the matter on.");
}
