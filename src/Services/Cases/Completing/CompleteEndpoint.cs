using Hotline.Cases.Acting;
using Hotline.Cases.Receiving;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.Ledger.Secrets;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Completing;

/// <summary>What was found out; what is absent stays as it is.</summary>
/// <param name="OccurredAt">When it happened; not in the future.</param>
/// <param name="Citizen">Who it is, when the citizen had not said so; ends anonymity, which the citizen asked for, only with the citizen's word.</param>
public sealed record CompleteRequest(PlaceRequest? Place, DateTimeOffset? OccurredAt, KnownCitizen? Citizen = null);

/// <summary>A citizen who has said who it is.</summary>
public sealed record KnownCitizen(string? Name, string? Phone);

internal static class CompleteEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "complete", Complete, "The desk adds when and where it happened, and who the citizen is; the routing rules follow the area. Further words of the citizen: add-information.");

    private static async Task<IResult> Complete(ActCall call, CompleteRequest body, City city, PhoneHash phones, TimeProvider time)
    {
        var faults = SubmitValidation.Check(body.Place, body.OccurredAt, city, time.GetUtcNow());
        var (name, phone) = (Blank(body.Citizen?.Name), Blank(body.Citizen?.Phone));
        faults.AddRange(SubmitValidation.Check(name, phone));
        if (body is { Place: null or { Address: null, Area: null, Latitude: null }, OccurredAt: null } && (name ?? phone) is null)
            faults.Add(Error.Invalid("place", "required"));
        var place = body.Place is { } known ? new SubmittedPlace(known.Address, known.Area, known.Latitude, known.Longitude) : null;
        return faults.Count > 0 ? faults.ToResult() : await call.Perform((by, operation) => new CompleteDetails(
            by, operation, place, body.OccurredAt, name, phone, phone is null ? null : phones.Of(phone)));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
