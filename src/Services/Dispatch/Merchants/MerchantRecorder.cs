using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Offering;
using Hotline.GrainContracts.Dispatch;
using Hotline.Hosting.Bus;

namespace Hotline.Dispatch.Merchants;

/// <summary>Tells each merchant's grain what the ledger says of it. The grain knows each fact by case and version, so telling it twice is harmless.</summary>
internal sealed class MerchantRecorder(IGrainFactory grains, City city, OfferTable offers)
    : IConsume<OfferMade>, IConsume<OfferAccepted>, IConsume<OfferDeclined>, IConsume<OfferExpired>, IConsume<ServiceDone>, IConsume<VisitRecorded>,
        IConsume<RedoOrdered>, IConsume<CaseReopened>, IConsume<CaseClosed>, IConsume<CaseDispatched>
{
    public Task Consume(OfferMade message, CancellationToken cancellationToken) =>
        Record(message, message.Merchant, MerchantDeed.WasOffered, cancellationToken);

    public Task Consume(OfferAccepted message, CancellationToken cancellationToken) =>
        Record(message, message.Merchant, MerchantDeed.Accepted, cancellationToken);

    public Task Consume(OfferDeclined message, CancellationToken cancellationToken) =>
        Record(message, message.Merchant, MerchantDeed.Declined, cancellationToken);

    public Task Consume(OfferExpired message, CancellationToken cancellationToken) =>
        Record(message, message.Merchant, MerchantDeed.LetExpire, cancellationToken);

    public Task Consume(ServiceDone message, CancellationToken cancellationToken) => Record(
        Fact(message, MerchantDeed.Finished) with { PriceKept = PriceKept(message) }, message.Merchant, cancellationToken);

    public Task Consume(VisitRecorded message, CancellationToken cancellationToken) =>
        RatingOf(message) is { } rating ? Record(rating, message.Unit!.Value, cancellationToken) : Task.CompletedTask;

    public Task Consume(RedoOrdered message, CancellationToken cancellationToken) => GiveBack(message, message.Unit, cancellationToken);

    public Task Consume(CaseReopened message, CancellationToken cancellationToken) => GiveBack(message, message.Unit, cancellationToken);

    public Task Consume(CaseClosed message, CancellationToken cancellationToken) => message.Case.Lead is { Kind: UnitKind.Merchant } merchant
        ? Record(message, merchant, MerchantDeed.JobEnded, cancellationToken)
        : Task.CompletedTask;

    /// <summary>A person gave the case to somebody: whoever had it has it no longer.</summary>
    public async Task Consume(CaseDispatched message, CancellationToken cancellationToken)
    {
        foreach (var merchant in (await offers.OfCase(message.CaseId, cancellationToken)).Select(offer => offer.Merchant).Distinct())
        {
            if (merchant != message.Lead)
                await Record(message, merchant, MerchantDeed.JobEnded, cancellationToken);
        }
        await GiveBack(message, message.Lead, cancellationToken);
    }

    // What a person found unreasonable counts for nobody.
    internal static MerchantFact? RatingOf(VisitRecorded visit) => visit is { Unit.Kind: UnitKind.Merchant, Case.Unreasonable: false }
        ? Fact(visit, MerchantDeed.WasRated) with { Satisfaction = visit.Answers.Satisfaction, AtFault = visit.UnitAtFault }
        : null;

    private Task GiveBack(ICaseEvent message, UnitRef? unit, CancellationToken cancellationToken) => unit is { Kind: UnitKind.Merchant } merchant
        ? Record(message, merchant, MerchantDeed.JobReturned, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Whether the price stayed within what the merchant registered; null when it named none.</summary>
    private bool? PriceKept(ServiceDone done) =>
        done is { Price: { } price, Case.Category: { } category } && city.Merchants.Find(done.Merchant.Code)?.Offers(category) is { } service
            ? price <= service.PriceTo
            : null;

    private Task Record(ICaseEvent message, UnitRef merchant, MerchantDeed deed, CancellationToken cancellationToken) =>
        Record(Fact(message, deed), merchant, cancellationToken);

    // A merchant that left the city's data is unknown; there is nobody to tell.
    private Task Record(MerchantFact fact, UnitRef merchant, CancellationToken cancellationToken) =>
        grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf(merchant.Code)).Record(fact, cancellationToken);

    private static MerchantFact Fact(ICaseEvent message, MerchantDeed deed) => new(deed, message.CaseId, message.Number, message.Version, message.At);
}
