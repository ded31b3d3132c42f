using Hotline.Cases.Acting;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Accepting;

/// <param name="Note">For the record; needed where findings are decided.</param>
/// <param name="Upheld">Findings that are true all the same; the rest were not.</param>
public sealed record AcceptRequest(string? Note, IReadOnlyList<FindingKind>? Upheld);

internal static class AcceptEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "accept",
        (ActCall call, AcceptRequest? body) => call.Perform((by, operation) => new AcceptCase(by, operation, body?.Note, body?.Upheld)),
        "受理: takes the matter on, and decides what screening found.");
}
