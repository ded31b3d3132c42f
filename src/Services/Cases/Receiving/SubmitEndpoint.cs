using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Cases.Advising;
using Hotline.Cases.Reading;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Receiving;

/// <summary><c>POST /api/v1/cases</c>.</summary>
internal static class SubmitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/cases", Submit)
        .RequireRoles(Role.Channel | Role.Operator | Role.Supervisor)
        .WithName("SubmitCase")
        .WithSummary("Takes a matter in.")
        .WithDescription("Needs an Idempotency-Key header: the same key and body answer the same case, another body 422. Scope cases:submit:<channel>.")
        .Produces<CaseResponse>(StatusCodes.Status201Created);

    private static async Task<IResult> Submit(
        SubmitRequest request, HttpContext http, IGrainFactory grains, CaseNumbers numbers, CaseDirectory directory, City city, TimeProvider time)
    {
        var caller = http.Caller();
        if (ChannelOf(caller) is not { } channel)
            return ReceiveErrors.ChannelMissing.ToResult();
        if (IdempotencyKey.Of(http.Request) is not { } key)
            return ReceiveErrors.IdempotencyKeyMissing.ToResult();
        var now = time.GetUtcNow();
        if (SubmitValidation.Check(request, channel, city, now) is { Count: > 0 } faults)
            return faults.ToResult();

        // The key decides the case: a retry reaches the same grain and finds the case there.
        var id = new CaseId(Operation.IdFor(caller.Subject, key));
        var number = await numbers.Next(request.ReceivedAt ?? now, http.RequestAborted);
        var command = Command(request, caller.ToActor() with { Channel = channel }, channel, number, city);
        var outcome = await grains.GetGrain<ICaseGrain>(id.GrainKey).Receive(command, http.RequestAborted);
        if (!outcome.Succeeded)
            return outcome.Error.ToResult();
        directory.Remember(outcome.Value.Case.Number, id);
        var calls = EmergencyCall.Of($"{request.Title}\n{request.Text}", city, Language.CultureOf(http.Request));
        return Results.Created(
            $"/api/v1/cases/{outcome.Value.Case.Number}", CaseResponse.Of(outcome.Value, caller) with { Calls = calls.Count == 0 ? null : calls });
    }

    private static Channel? ChannelOf(Caller caller) => caller.Channel ?? (caller.Is(Role.Operator | Role.Supervisor) ? Channel.Staff : null);

    /// <summary>The checked request as a command to the case.</summary>
    public static ReceiveCase Command(SubmitRequest request, Actor by, Channel channel, string number, City city)
    {
        var category = city.Categories.Find(request.Category);
        return new ReceiveCase(
            by,
            Fingerprint(request),
            number,
            channel,
            request.Kind ?? category?.Kind ?? CaseKind.Efficiency,
            request.Type ?? category?.Type ?? CaseType.HelpRequest,
            request.Urgency ?? category?.Urgency ?? Urgency.General,
            request.Category,
            city.Experts.IsSealed(request.Category),
            request.Title!.Trim(),
            request.Text!.Trim(),
            Citizen(request.Citizen!),
            request.Place is { } place ? new SubmittedPlace(Blank(place.Address), place.Area, place.Latitude, place.Longitude) : null,
            request.OccurredAt?.ToUniversalTime(),
            request.ReceivedAt?.ToUniversalTime());
    }

    // Anonymous means anonymous: what a front end sends along all the same is not kept.
    private static SubmittedCitizen Citizen(CitizenRequest citizen) => citizen.Anonymous
        ? new SubmittedCitizen(null, null, true, citizen.HideIdentity, null)
        : new SubmittedCitizen(Blank(citizen.Name), Blank(citizen.Phone), false, citizen.HideIdentity, Blank(citizen.Enterprise));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // Over the parsed body: white space and order of fields do not make another request.
    private static string Fingerprint(SubmitRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, CaseJson.Options)));
}
