using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Dispatch.Offering;

/// <param name="ScheduledFor">When the merchant will come.</param>
public sealed record AcceptOfferRequest(DateTimeOffset? ScheduledFor);

/// <param name="Reason">Why not; for the operator.</param>
public sealed record DeclineOfferRequest(string? Reason);

/// <param name="Answer">What was done, for the citizen.</param>
/// <param name="Price">What was charged, in the city's currency.</param>
public sealed record OfferDoneRequest(string? Answer, decimal? Price);

/// <summary>Offers and jobs, as the merchant sees and answers them.</summary>
internal static class OfferEndpoints
{
    private const int MaxText = 4_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var offers = app.MapGroup("/api/v1/offers").WithTags("offers").RequireRoles(Role.Merchant);
        offers.MapGet("", Mine)
            .Produces<OfferList>().WithName("listOffers").WithSummary("Offers to answer and jobs to do, of the merchant who asks.");
        offers.MapPost("{id:guid}/accept", (Guid id, AcceptOfferRequest? body, OfferCall call) => call.Perform(
                id, null, (by, operation) => new AcceptOffer(by, operation, id, body?.ScheduledFor?.ToUniversalTime()),
                after => Moved(after, OfferState.Accepted) with { ScheduledFor = body?.ScheduledFor }))
            .Produces<OfferView>().WithName("acceptOffer").WithSummary("Takes the job.");
        offers.MapPost("{id:guid}/decline", (Guid id, DeclineOfferRequest? body, OfferCall call) => call.Perform(
                id, TooLong("reason", body?.Reason), (by, operation) => new DeclineOffer(by, operation, id, body?.Reason),
                after => Moved(after, OfferState.Declined)))
            .Produces<OfferView>().WithName("declineOffer").WithSummary("Refuses the job; the next merchant is asked.");
        offers.MapPost("{id:guid}/done", (Guid id, OfferDoneRequest? body, OfferCall call) => call.Perform(
                id, TooLong("answer", body?.Answer) ?? Negative(body?.Price),
                (by, operation) => new FinishService(by, operation, id, body?.Answer ?? "", body?.Price),
                after => Moved(after, OfferState.Done) with { Price = body?.Price }))
            .Produces<OfferView>().WithName("finishOffer").WithSummary("Reports the work done; the citizen is called back.");
    }

    private static async Task<IResult> Mine(HttpContext http, OfferTable offers, CancellationToken cancellationToken)
    {
        if (http.Caller().Unit is not { Kind: UnitKind.Merchant } merchant)
            return OfferCall.Unknown.ToResult();
        var mine = await offers.CurrentOf(merchant, cancellationToken);
        return Results.Ok(new OfferList([.. mine.Select(OfferView.Of)]));
    }

    private static OfferMove Moved(CaseSummary after, OfferState to) => new(after, Enum.GetValues<OfferState>(), to);

    private static Error? TooLong(string field, string? text) =>
        text?.Length > MaxText ? Error.Invalid(field, "too-long", MaxText.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    private static Error? Negative(decimal? price) => price < 0 ? Error.Invalid("price", "out-of-range", "0", "…") : null;
}

/// <param name="Offers">What is due first comes first.</param>
public sealed record OfferList(IReadOnlyList<OfferView> Offers);
