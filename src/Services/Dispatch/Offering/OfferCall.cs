using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Dispatch.Offering;

/// <summary>One answer of a merchant to an offer.</summary>
internal sealed class OfferCall
{
    private readonly HttpContext _http;

    private OfferCall(HttpContext http) => _http = http;

    /// <summary>There is no such offer, or it is another merchant's.</summary>
    public static Error Unknown { get; } = new(ErrorKind.NotFound, "offer-unknown");

    /// <summary>Bound by minimal APIs.</summary>
    public static ValueTask<OfferCall> BindAsync(HttpContext context) => new(new OfferCall(context));

    /// <summary>Sends the act to the case, moves the merchant's row at once so that its next list shows it, and answers the offer.</summary>
    /// <param name="fault">What is wrong with the request itself.</param>
    /// <param name="moved">What the act does to the offer, given the case after it.</param>
    public async Task<IResult> Perform(Guid offerId, Error? fault, Func<Actor, Guid, CaseAct> act, Func<CaseSummary, OfferMove> moved)
    {
        if (fault is not null)
            return fault.ToResult();
        var offers = _http.RequestServices.GetRequiredService<OfferTable>();
        var caller = _http.Caller();
        if (await offers.Find(offerId, _http.RequestAborted) is not { } offer || offer.Merchant != caller.Unit)
            return Unknown.ToResult();

        var command = act(caller.ToActor(), OperationId(caller, offerId));
        var answer = await _http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(offer.CaseId.GrainKey)
            .Perform(command, _http.RequestAborted);
        if (!answer.Succeeded)
            return Refusal(answer.Error, offer).ToResult();

        var move = moved(answer.Value.Case) with { OfferId = offerId };
        var after = Still(move) ? await offers.MoveOne(move, _http.RequestAborted) : await offers.Find(offerId, _http.RequestAborted);
        return after is null ? Unknown.ToResult() : Results.Ok(OfferView.Of(after));
    }

    /// <summary>A repeated operation is answered with the case as it is now, which may be further on: then the row is, too.</summary>
    private static bool Still(OfferMove move) => move.To switch
    {
        OfferState.Accepted => move.Case.Status == CaseStatus.Assigned,
        OfferState.Done => move.Case.Status == CaseStatus.AwaitingVisit,
        _ => true,
    };

    /// <summary>The offer is the merchant's own, so what forbids the answer is that the case asks or has somebody else by now.</summary>
    private static Error Refusal(Error error, Offer offer) => error.Kind == ErrorKind.Forbidden
        ? new Error(ErrorKind.Conflict, "illegal-transition", Arguments: ["answer", offer.State.ToString().ToLowerInvariant()])
        : error;

    // A key names one doing of one act; without a key every request is a doing of its own.
    private Guid OperationId(Caller caller, Guid offerId)
    {
        var key = _http.Request.Headers["Idempotency-Key"].ToString().Trim().Trim('"');
        return key.Length is > 0 and <= 255 ? Operation.IdFor(caller.Subject, $"{offerId}/{_http.Request.Path}/{key}") : Guid.CreateVersion7();
    }
}
