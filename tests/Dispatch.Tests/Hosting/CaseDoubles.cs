using System.Collections.Concurrent;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Ledger.Relaying;

namespace Hotline.Dispatch.Tests.Hosting;

/// <summary>The cases of a test and the acts they were asked for.</summary>
internal sealed class CaseDoubles
{
    public ConcurrentDictionary<string, History> Histories { get; } = [];

    public ConcurrentQueue<CaseAct> Acts { get; } = [];

    public ConcurrentDictionary<Guid, bool> Operations { get; } = [];

    /// <summary>A life service that was just accepted.</summary>
    public History Accepted(string? category = "home.water.leak", string? area = null)
    {
        var history = new History(CaseKind.LifeService, category, area).Received().Accepted();
        Histories[history.Id.GrainKey] = history;
        return history;
    }
}

/// <summary>A case that knows its part of the offers only, and puts each event it makes on the real bus.</summary>
[GrainType("case")]
internal sealed class CaseDouble(CaseDoubles cases, IEventPublisher bus) : Grain, ICaseGrain
{
    public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken)
    {
        var history = cases.Histories[this.GetPrimaryKeyString()];
        if (!cases.Operations.TryAdd(act.OperationId, true))
            return View(history);
        cases.Acts.Enqueue(act);
        if (Decide(history, act) is not { } happened)
        {
            cases.Operations.TryRemove(act.OperationId, out _);
            return new Error(ErrorKind.Conflict, "illegal-transition", Arguments: [act.GetType().Name, history.Case.Status.ToString()]);
        }
        var relayed = new RelayedEvent(
            LedgerPlace.Start, happened.CaseId.Value, happened.Version, happened.GetType().Name,
            System.Text.Json.JsonSerializer.Serialize(happened, happened.GetType(), CaseJson.Options), happened.At);
        await bus.Publish([relayed], CancellationToken.None);
        return View(history);
    }

    private static CaseEvent? Decide(History history, CaseAct act) => (act, history.Case.Status) switch
    {
        (MakeOffer make, CaseStatus.Accepted or CaseStatus.Triaged) when history.Case.PausedAt is null => history.Add(
            new OfferMade(make.OfferId, make.Merchant, make.Round, make.ExpiresAt), one => one with { Status = CaseStatus.Offered }),
        (AcceptOffer accept, CaseStatus.Offered) => history.Add(
            new OfferAccepted(accept.OfferId, Open(history).Merchant, accept.ScheduledFor),
            one => one with { Status = CaseStatus.Assigned, Lead = Open(history).Merchant }),
        (DeclineOffer decline, CaseStatus.Offered) => history.Add(
            new OfferDeclined(decline.OfferId, Open(history).Merchant, Open(history).Round, decline.Reason),
            one => one with { Status = CaseStatus.Accepted }),
        (ExpireOffer expire, CaseStatus.Offered) => history.Add(
            new OfferExpired(expire.OfferId, Open(history).Merchant, Open(history).Round), one => one with { Status = CaseStatus.Accepted }),
        (ExhaustOffers exhaust, CaseStatus.Accepted or CaseStatus.Triaged) => history.Add(new OffersExhausted(exhaust.Rounds)),
        (FinishService done, CaseStatus.Assigned) => history.Add(
            new ServiceDone(history.Case.Lead!.Value, done.Answer, done.Price), one => one with { Status = CaseStatus.AwaitingVisit }),
        _ => null,
    };

    private static OfferMade Open(History history) => history.Events.OfType<OfferMade>().Last();

    private static CaseView View(History history) => new(history.Case, "text", null, null, null);
}
