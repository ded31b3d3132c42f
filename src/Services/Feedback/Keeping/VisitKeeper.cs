using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Feedback.Visits;
using Hotline.Hosting.Bus;

namespace Hotline.Feedback.Keeping;

/// <summary>Opens, moves and closes return visits as cases go on. Subscribes to what can move one: most of a case's life happens before its visit.</summary>
internal sealed class VisitKeeper(VisitBook book, City city)
    : IConsume<CaseReplied>, IConsume<ServiceDone>, IConsume<VisitRecorded>, IConsume<RedoOrdered>, IConsume<CaseClosed>, IConsume<CaseReopened>,
        IConsume<CaseWithdrawn>, IConsume<CaseDispatched>, IConsume<OfferMade>, IConsume<OfferAccepted>, IConsume<CitizenErased>
{
    public Task Consume(CaseReplied message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(ServiceDone message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(VisitRecorded message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(RedoOrdered message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(CaseClosed message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(CaseReopened message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(CaseWithdrawn message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(CaseDispatched message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(OfferMade message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(OfferAccepted message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    public Task Consume(CitizenErased message, CancellationToken cancellationToken) => Keep(message, cancellationToken);

    /// <summary>Whatever the rules say of it.</summary>
    public Task Keep(ICaseEvent message, CancellationToken cancellationToken) =>
        VisitRules.Of(message, city.Visits) is { } news ? book.Keep(news, cancellationToken) : Task.CompletedTask;
}
