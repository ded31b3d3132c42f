using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Offering;

/// <summary>Offers of a life service: one open at a time, answered by the merchant who has it.</summary>
internal static class OfferDecisions
{
    private static readonly Error NotOpen = new(ErrorKind.Conflict, "offer-not-open");

    public static Decision Decide(CaseFile file, MakeOffer act) => file.Summary.Kind == CaseKind.LifeService
        ? new OfferMade(act.OfferId, act.Merchant, act.Round, act.ExpiresAt)
        : CaseErrors.IllegalTransition(Act.MakeOffer, file.Status);

    public static Decision Decide(CaseFile file, AcceptOffer act) => Open(file, act.OfferId) is { } offer
        ? new OfferAccepted(offer.OfferId, offer.Merchant, act.ScheduledFor)
        : NotOpen;

    public static Decision Decide(CaseFile file, DeclineOffer act) => Open(file, act.OfferId) is { } offer
        ? new OfferDeclined(offer.OfferId, offer.Merchant, offer.Round, act.Reason)
        : NotOpen;

    /// <summary>Never before its time, whatever clock the asker has.</summary>
    public static Decision Decide(CaseFile file, ExpireOffer act, DateTimeOffset now) => Open(file, act.OfferId) is { } offer && now >= offer.ExpiresAt
        ? new OfferExpired(offer.OfferId, offer.Merchant, offer.Round)
        : NotOpen;

    public static Decision Decide(ExhaustOffers act) => new OffersExhausted(act.Rounds);

    public static Decision Decide(CaseFile file, FinishService act) => new ServiceDone(file.Lead!.Value, Privacy.Public(file, act.Answer), act.Price);

    private static OpenOffer? Open(CaseFile file, Guid offerId) => file.Offer is { } offer && offer.OfferId == offerId ? offer : null;
}
