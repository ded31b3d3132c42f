using System.Globalization;
using Hotline.Cases.Acting;
using Hotline.Cases.Reading;
using Hotline.Cases.Receiving;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Announcing;

/// <summary>Something that many will report.</summary>
/// <param name="Category">Leaf of the city's tree, of the line efficiency.</param>
/// <param name="Expires">Until when reports about it are looked for; at most as far ahead as the city's clusters.yaml permits.</param>
public sealed record IncidentRequest(string? Title, string? Text, string? Category, PlaceRequest? Place, DateTimeOffset? Expires);

/// <summary><c>POST /api/v1/incidents</c>: opens a case of the hotline's own, ahead of the reports that will be merged into it.</summary>
internal static class IncidentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/incidents", Open)
        .RequireRoles(Role.Operator | Role.Supervisor)
        .WithName("openIncident")
        .WithTags("Incidents")
        .WithSummary("Opens an incident ahead of its reports, as a lead case without a citizen; it is suggested first to whoever takes a report.")
        .WithDescription("Needs an Idempotency-Key header. It is triaged, dispatched and answered as any case, and closes with its reply; every follower is called back on its own.")
        .Produces<CaseResponse>(StatusCodes.Status201Created);

    private static async Task<IResult> Open(
        IncidentRequest request, HttpContext http, IGrainFactory grains, CaseNumbers numbers, CaseDirectory directory, City city, TimeProvider time)
    {
        var caller = http.Caller();
        if (IdempotencyKey.Of(http.Request) is not { } key)
            return ReceiveErrors.IdempotencyKeyMissing.ToResult();
        var (submission, now) = (SubmissionOf(request), time.GetUtcNow());
        if (Check(request, submission, city, now) is { Count: > 0 } faults)
            return faults.ToResult();

        var id = new CaseId(Operation.IdFor(caller.Subject, $"incident/{key}"));
        var number = await numbers.Next(now, http.RequestAborted);
        var command = SubmitEndpoint.Command(submission, caller.ToActor() with { Channel = Channel.Staff }, Channel.Staff, number, city) with
        {
            IncidentUntil = request.Expires!.Value.ToUniversalTime(),
        };
        var outcome = await grains.GetGrain<ICaseGrain>(id.GrainKey).Receive(command, http.RequestAborted);
        if (!outcome.Succeeded)
            return outcome.Error.ToResult();
        directory.Remember(outcome.Value.Case.Number, id);
        return Results.Created($"/api/v1/cases/{outcome.Value.Case.Number}", CaseResponse.Of(outcome.Value, caller));
    }

    private static SubmitRequest SubmissionOf(IncidentRequest request) => new(
        CaseKind.Efficiency, null, request.Category, request.Title, request.Text, new CitizenRequest(null, null, Anonymous: true),
        request.Place, null, null);

    private static List<Error> Check(IncidentRequest request, SubmitRequest submission, City city, DateTimeOffset now)
    {
        var longest = city.Clusters.LongestIncident;
        return
        [
            .. SubmitValidation.Check(submission, Channel.Staff, city, now),
            .. Field.Faults(
                request.Category is null ? Error.Invalid("category", "required") : null,
                city.Categories.Find(request.Category) is { IsLeaf: true, Kind: not CaseKind.Efficiency } ? Error.Invalid("category", "incident-line", request.Category!) : null,
                request.Expires is null ? Error.Invalid("expires", "required") : null,
                request.Expires <= now || request.Expires > now + longest
                    ? Error.Invalid("expires", "incident-expiry", longest.TotalHours.ToString(CultureInfo.InvariantCulture)) : null),
        ];
    }
}
