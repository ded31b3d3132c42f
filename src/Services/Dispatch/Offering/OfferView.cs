using Hotline.Contracts.Cases;

namespace Hotline.Dispatch.Offering;

/// <summary>An offer or job as its merchant sees it. Who the citizen is and where exactly they live stands in the case, once the job is taken.</summary>
/// <param name="Id">Names the offer in the acts <c>accept</c>, <c>decline</c> and <c>done</c>.</param>
/// <param name="Number">Case number.</param>
/// <param name="State"><c>open</c>: asked; <c>accepted</c>: to be done; <c>done</c>: the citizen is called back next; <c>declined</c>.</param>
/// <param name="CaseStatus">Where the case stands.</param>
/// <param name="Title">Masked; absent when the case is sealed.</param>
/// <param name="Address">Down to the street.</param>
/// <param name="ExpiresAt">No answer until then counts as expired.</param>
/// <param name="ScheduledFor">When the merchant promised to come.</param>
public sealed record OfferView(
    Guid Id,
    string Number,
    string State,
    CaseStatus CaseStatus,
    Urgency Urgency,
    string? Category,
    string? Title,
    string? Area,
    string? Address,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? ScheduledFor,
    decimal? Price,
    IReadOnlyDictionary<string, string> Links)
{
    internal static OfferView Of(Offer offer) => new(
        offer.OfferId,
        offer.Number,
        offer.State.ToString().ToLowerInvariant(),
        offer.Summary.Status,
        offer.Summary.Urgency,
        offer.Summary.Category,
        offer.Summary.Sealed ? null : offer.Summary.Title,
        offer.Summary.Area,
        offer.Summary.Sealed ? null : offer.Summary.MaskedAddress,
        offer.MadeAt,
        offer.ExpiresAt,
        offer.ScheduledFor,
        offer.Price,
        LinksOf(offer));

    private static Dictionary<string, string> LinksOf(Offer offer)
    {
        var links = new Dictionary<string, string> { ["case"] = $"/api/v1/cases/{offer.Number}" };
        string[] acts = offer.State switch
        {
            OfferState.Open => ["accept", "decline"],
            OfferState.Accepted => ["done"],
            OfferState.Planned or OfferState.Declined or OfferState.Expired or OfferState.Done or OfferState.Closed or OfferState.Void => [],
        };
        foreach (var act in acts)
            links[act] = $"/api/v1/offers/{offer.OfferId}/{act}";
        return links;
    }
}
