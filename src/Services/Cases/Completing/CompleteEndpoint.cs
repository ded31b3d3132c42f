using Hotline.Cases.Acting;
using Hotline.Cases.Receiving;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Completing;

/// <summary>What was found out; what is absent stays as it is.</summary>
/// <param name="OccurredAt">When it happened; not in the future.</param>
public sealed record CompleteRequest(PlaceRequest? Place, DateTimeOffset? OccurredAt);

internal static class CompleteEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "complete", Complete, "The desk adds when and where it happened; the routing rules follow the area. Further words of the citizen: add-information.");

    private static async Task<IResult> Complete(ActCall call, CompleteRequest body, City city, TimeProvider time)
    {
        var faults = SubmitValidation.Check(body.Place, body.OccurredAt, city, time.GetUtcNow());
        if (body is { Place: null or { Address: null, Area: null, Latitude: null }, OccurredAt: null })
            faults.Add(Error.Invalid("place", "required"));
        var place = body.Place is { } known ? new SubmittedPlace(known.Address, known.Area, known.Latitude, known.Longitude) : null;
        return faults.Count > 0 ? faults.ToResult() : await call.Perform((by, operation) => new CompleteDetails(by, operation, place, body.OccurredAt));
    }
}
