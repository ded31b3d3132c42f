using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Ledger.Secrets;

namespace Hotline.Cases.Receiving;

/// <summary>Every fault of a submission at once, each naming its field. Pure.</summary>
internal static class SubmitValidation
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public static List<Error> Check(SubmitRequest request, Channel channel, City city, DateTimeOffset now)
    {
        var errors = new List<Error>();
        Length(errors, "title", request.Title, 200);
        Length(errors, "text", request.Text, 20_000);
        if (request.Category is not null && city.Categories.Find(request.Category) is not { IsLeaf: true })
            errors.Add(Error.Invalid("category", "unknown-category", request.Category));
        if (request.Urgency is not null && channel != Channel.Staff)
            errors.Add(Error.Invalid("urgency", "staff-only"));
        CheckCitizen(errors, request.Citizen);
        CheckPlace(errors, request.Place, city);
        CheckTimes(errors, request, channel, now);
        return errors;
    }

    /// <summary>The same for what is found out later.</summary>
    public static List<Error> Check(PlaceRequest? place, DateTimeOffset? occurredAt, City city, DateTimeOffset now)
    {
        var errors = new List<Error>();
        CheckPlace(errors, place, city);
        CheckOccurred(errors, occurredAt, now);
        return errors;
    }

    /// <summary>The same for whom it is found to be of.</summary>
    public static List<Error> Check(string? name, string? phone)
    {
        var errors = new List<Error>();
        AtMost(errors, "citizen.name", name, 100);
        if (!string.IsNullOrWhiteSpace(phone) && PhoneHash.Normalize(phone).Length is < 5 or > 15)
            errors.Add(Error.Invalid("citizen.phone", "invalid-phone"));
        return errors;
    }

    private static void CheckCitizen(List<Error> errors, CitizenRequest? citizen)
    {
        if (citizen is null)
        {
            errors.Add(Error.Invalid("citizen", "required"));
            return;
        }
        errors.AddRange(Check(citizen.Name, citizen.Phone));
        AtMost(errors, "citizen.enterprise", citizen.Enterprise, 200);
        if (!citizen.Anonymous && string.IsNullOrWhiteSpace(citizen.Name) && string.IsNullOrWhiteSpace(citizen.Phone))
            errors.Add(Error.Invalid("citizen", "citizen-unknown"));
    }

    private static void CheckPlace(List<Error> errors, PlaceRequest? place, City city)
    {
        if (place is null)
            return;
        AtMost(errors, "place.address", place.Address, 500);
        if (place.Area is not null && !city.Areas.Has(place.Area))
            errors.Add(Error.Invalid("place.area", "unknown-area", place.Area));
        if (place.Latitude is null != place.Longitude is null)
            errors.Add(Error.Invalid(place.Latitude is null ? "place.latitude" : "place.longitude", "required"));
        if (place.Latitude is < -90 or > 90)
            errors.Add(Error.Invalid("place.latitude", "out-of-range", "-90", "90"));
        if (place.Longitude is < -180 or > 180)
            errors.Add(Error.Invalid("place.longitude", "out-of-range", "-180", "180"));
    }

    private static void CheckTimes(List<Error> errors, SubmitRequest request, Channel channel, DateTimeOffset now)
    {
        CheckOccurred(errors, request.OccurredAt, now);
        if (request.ReceivedAt is null)
            return;
        if (channel != Channel.Import)
            errors.Add(Error.Invalid("receivedAt", "import-only"));
        if (request.ReceivedAt > now + ClockTolerance)
            errors.Add(Error.Invalid("receivedAt", "in-the-future"));
    }

    private static void CheckOccurred(List<Error> errors, DateTimeOffset? occurredAt, DateTimeOffset now)
    {
        if (occurredAt > now + ClockTolerance)
            errors.Add(Error.Invalid("occurredAt", "in-the-future"));
    }

    private static void Length(List<Error> errors, string field, string? value, int max)
    {
        if (string.IsNullOrWhiteSpace(value))
            errors.Add(Error.Invalid(field, "required"));
        else
            AtMost(errors, field, value, max);
    }

    private static void AtMost(List<Error> errors, string field, string? value, int max)
    {
        if (value?.Length > max)
            errors.Add(Error.Invalid(field, "too-long", max.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
