using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Feedback.Visits;
using Hotline.Hosting.Bus;

namespace Hotline.Feedback.Keeping;

/// <summary>Opens, moves and closes return visits as cases go on.</summary>
internal sealed class VisitKeeper(VisitBook book, City city) : IConsume<ICaseEvent>
{
    public Task Consume(ICaseEvent message, CancellationToken cancellationToken) =>
        VisitRules.Of(message, city.Visits) is { } news ? book.Keep(news, cancellationToken) : Task.CompletedTask;
}
