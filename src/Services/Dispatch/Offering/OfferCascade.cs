using Hotline.Cities;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;
using Hotline.Hosting.Bus;

namespace Hotline.Dispatch.Offering;

/// <summary>Asks merchants one after another until one takes the life service, or nobody is left and an operator must see to it.</summary>
/// <remarks>
/// What it does follows from the event alone: the same event again finds the plan it wrote, makes the same offer under the same ids, and the case
/// acts once. Whether an offer may still be made is for the case to say; a case that went another way voids the plan.
/// </remarks>
internal sealed class OfferCascade(IGrainFactory grains, City city, OfferTable offers, TimeProvider clock, ILogger<OfferCascade> log)
    : IConsume<CaseAccepted>, IConsume<CaseTriaged>, IConsume<CaseReopened>, IConsume<CaseResumed>, IConsume<OfferDeclined>, IConsume<OfferExpired>
{
    private static readonly Actor Self = Actor.System("dispatch");

    public Task Consume(CaseAccepted message, CancellationToken cancellationToken) => Begin(message, cancellationToken);

    public Task Consume(CaseTriaged message, CancellationToken cancellationToken) => Begin(message, cancellationToken);

    public Task Consume(CaseReopened message, CancellationToken cancellationToken) => Begin(message, cancellationToken);

    /// <summary>While the case waited, no offer could be made.</summary>
    public Task Consume(CaseResumed message, CancellationToken cancellationToken) => Begin(message, cancellationToken);

    public Task Consume(OfferDeclined message, CancellationToken cancellationToken) => GoOn(message, message.OfferId, message.Round, cancellationToken);

    public Task Consume(OfferExpired message, CancellationToken cancellationToken) => GoOn(message, message.OfferId, message.Round, cancellationToken);

    /// <summary>A life service that nobody has: a new cascade, in which everybody may be asked again.</summary>
    private Task Begin(ICaseEvent message, CancellationToken cancellationToken) =>
        message.Case is { Kind: CaseKind.LifeService, Lead: null, Status: CaseStatus.Accepted or CaseStatus.Triaged }
            ? Ask(message, message.Version, round: 1, asked: [], cancellationToken)
            : Task.CompletedTask;

    private async Task GoOn(ICaseEvent message, Guid answered, int round, CancellationToken cancellationToken)
    {
        var made = await offers.OfCase(message.CaseId, cancellationToken);
        var cascade = made.Find(one => one.OfferId == answered)?.Cascade ?? 0;
        // The plan of this very event does not count as asked: it is found again below.
        var asked = made.Where(one => one.Cascade == cascade && one.OfferId != OfferIdFor(message)).Select(one => one.Merchant).ToHashSet();
        await Ask(message, cascade, round + 1, asked, cancellationToken);
    }

    private async Task Ask(ICaseEvent message, int cascade, int round, HashSet<UnitRef> asked, CancellationToken cancellationToken)
    {
        var best = round <= city.Offers.RoundsBeforePublishing ? await Choose(message.Case, asked, cancellationToken) : null;
        if (best is null)
        {
            var exhaust = new ExhaustOffers(Self, Operation.IdFor("dispatch-exhaust", message.CaseId, message.Version), round - 1);
            await Perform(message, exhaust, cancellationToken);
            return;
        }

        var now = clock.GetUtcNow();
        var due = city.Clocks.DueAt(ClockName.Offer, message.Case.Urgency, message.Case.Type, message.Case.Category, now);
        var plan = await offers.Plan(
            new Offer(
                OfferIdFor(message), message.CaseId, message.Number, best.Merchant.Unit, round, cascade, OfferState.Planned, 0, now, due, null, null,
                message.Case),
            cancellationToken);
        var make = new MakeOffer(
            Self, Operation.IdFor("dispatch-offer-act", message.CaseId, message.Version), plan.OfferId, plan.Merchant, plan.Round, plan.ExpiresAt);
        if (!await Perform(message, make, cancellationToken))
            await offers.Void(plan.OfferId, cancellationToken);
    }

    private async Task<MerchantScore?> Choose(CaseSummary summary, HashSet<UnitRef> asked, CancellationToken cancellationToken)
    {
        if (summary.Category is null)
            return null;
        var now = clock.GetUtcNow();
        var qualified = city.Merchants.Offering(summary.Category, summary.Area)
            .Where(merchant => !asked.Contains(merchant.Unit) && merchant.Duty.Cover(now, city.Profile.Zone));
        var candidates = await Task.WhenAll(qualified.Select(async merchant =>
            (merchant, (await grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf(merchant.Code)).Standing(cancellationToken)).Value)));
        var ranked = MerchantChoice.Rank(
            candidates.Where(one => one.Value is not null).Select(one => new Candidate(one.merchant, one.Value!)),
            PlaceOf(summary),
            city.Offers);
        return ranked is [var best, ..] ? best : null;
    }

    private Coordinates? PlaceOf(CaseSummary summary) => summary is { Latitude: { } latitude, Longitude: { } longitude }
        ? new Coordinates(latitude, longitude)
        : city.Areas.Find(summary.Area)?.Center;

    /// <summary>True when the case acted; false when its state no longer permits it.</summary>
    private async Task<bool> Perform(ICaseEvent message, CaseAct act, CancellationToken cancellationToken)
    {
        Outcome<CaseView> answer = await grains.GetGrain<ICaseGrain>(message.CaseId.GrainKey).Perform(act, cancellationToken);
        if (answer.Succeeded)
            return true;
        if (answer.Error.Kind != ErrorKind.Conflict)
            throw new InvalidOperationException($"{act.GetType().Name} on case {message.Number} was refused: {answer.Error.Code}");
        log.WentAnotherWay(message.Number, act.GetType().Name, answer.Error.Code);
        return false;
    }

    private static Guid OfferIdFor(ICaseEvent message) => Operation.IdFor("dispatch-offer", message.CaseId, message.Version);
}
