using Hotline.Contracts.Cases;
using Hotline.Escalation.Clocks;
using Hotline.Hosting.Bus;

namespace Hotline.Escalation.Keeping;

/// <summary>Turns what happens to cases into clocks that start and stop. In batches: most events move a clock, and each batch is one transaction.</summary>
internal sealed class ClockKeeper(ClockBook book) : IConsumeBatch
{
    public Task Consume(IReadOnlyList<ICaseEvent> messages, CancellationToken cancellationToken)
    {
        var news = messages.Select(message => ClockRules.Of(message) is { } mark ? new ClockNews(message.Case, mark) : null).OfType<ClockNews>().ToList();
        return news.Count == 0 ? Task.CompletedTask : book.Keep(news, cancellationToken);
    }
}
