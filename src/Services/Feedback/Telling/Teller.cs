using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Hosting.Bus;

namespace Hotline.Feedback.Telling;

/// <summary>Writes down what citizens are to be told, once for each event.</summary>
internal sealed class Teller(NoticeBook book, City city)
    : IConsume<CaseDeclined>, IConsume<CasePaused>, IConsume<ExtensionGranted>, IConsume<CaseReplied>, IConsume<ServiceDone>, IConsume<RedoOrdered>,
        IConsume<CaseClosed>, IConsume<CaseReopened>, IConsume<AppealLodged>, IConsume<CitizenErased>
{
    public Task Consume(CaseDeclined message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(CasePaused message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(ExtensionGranted message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(CaseReplied message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(ServiceDone message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(RedoOrdered message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(CaseClosed message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(CaseReopened message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(AppealLodged message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    public Task Consume(CitizenErased message, CancellationToken cancellationToken) => Tell(message, cancellationToken);

    /// <summary>Whatever the rules say of it.</summary>
    public Task Tell(ICaseEvent message, CancellationToken cancellationToken) => message is CitizenErased ? book.Forget(message.CaseId, cancellationToken)
        : NoticeRules.Of(message, city) is { } notice ? book.Keep(notice, cancellationToken)
        : Task.CompletedTask;
}
