using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Bus;

namespace Hotline.Dispatch.Offering;

/// <summary>Keeps the table of offers in step with the ledger. Each move carries the version of the case, so an old event undoes nothing.</summary>
internal sealed class OfferBook(OfferTable offers)
    : IConsume<OfferMade>, IConsume<OfferAccepted>, IConsume<OfferDeclined>, IConsume<OfferExpired>, IConsume<ServiceDone>, IConsume<RedoOrdered>,
        IConsume<CaseReopened>, IConsume<CaseClosed>, IConsume<CaseWithdrawn>, IConsume<CaseDispatched>, IConsume<CitizenErased>
{
    private static readonly OfferState[] Any = Enum.GetValues<OfferState>();
    private static readonly OfferState[] Asked = [OfferState.Planned, OfferState.Open];
    private static readonly OfferState[] Had = [OfferState.Accepted, OfferState.Done, OfferState.Closed];

    public Task Consume(OfferMade message, CancellationToken cancellationToken) =>
        offers.Move(new OfferMove(message.Case, Any, OfferState.Open, message.OfferId), cancellationToken);

    public Task Consume(OfferAccepted message, CancellationToken cancellationToken) =>
        offers.Move(
            new OfferMove(message.Case, Any, OfferState.Accepted, message.OfferId, ScheduledFor: message.ScheduledFor), cancellationToken);

    public Task Consume(OfferDeclined message, CancellationToken cancellationToken) =>
        offers.Move(new OfferMove(message.Case, Any, OfferState.Declined, message.OfferId), cancellationToken);

    public Task Consume(OfferExpired message, CancellationToken cancellationToken) =>
        offers.Move(new OfferMove(message.Case, Any, OfferState.Expired, message.OfferId), cancellationToken);

    public Task Consume(ServiceDone message, CancellationToken cancellationToken) =>
        offers.Move(new OfferMove(message.Case, Had, OfferState.Done, Of: message.Merchant, Price: message.Price), cancellationToken);

    public Task Consume(RedoOrdered message, CancellationToken cancellationToken) => GiveBack(message, message.Unit, cancellationToken);

    public Task Consume(CaseReopened message, CancellationToken cancellationToken) => GiveBack(message, message.Unit, cancellationToken);

    public async Task Consume(CaseClosed message, CancellationToken cancellationToken)
    {
        await offers.Move(new OfferMove(message.Case, Had, OfferState.Closed), cancellationToken);
        await offers.Move(new OfferMove(message.Case, Asked, OfferState.Void), cancellationToken);
    }

    public Task Consume(CaseWithdrawn message, CancellationToken cancellationToken) =>
        offers.Move(new OfferMove(message.Case, [.. Asked, OfferState.Accepted, OfferState.Done], OfferState.Void), cancellationToken);

    /// <summary>A person gave the case to somebody: offers end, and a merchant who was given it finds it among its jobs.</summary>
    public async Task Consume(CaseDispatched message, CancellationToken cancellationToken)
    {
        await offers.Move(new OfferMove(message.Case, [.. Asked, .. Had], OfferState.Void, NotOf: message.Lead), cancellationToken);
        if (message.Lead.Kind != UnitKind.Merchant)
            return;
        await offers.Insert(
            new Offer(
                Operation.IdFor("dispatch-given", message.CaseId, message.Version), message.CaseId, message.Number, message.Lead, message.Round,
                message.Version, OfferState.Accepted, message.Version, message.At, message.At, null, null, message.Case),
            cancellationToken);
    }

    public Task Consume(CitizenErased message, CancellationToken cancellationToken) => offers.Forget(message.Case, cancellationToken);

    private Task GiveBack(ICaseEvent message, UnitRef? unit, CancellationToken cancellationToken) => unit is { Kind: UnitKind.Merchant } merchant
        ? offers.Move(new OfferMove(message.Case, Had, OfferState.Accepted, Of: merchant), cancellationToken)
        : Task.CompletedTask;
}
