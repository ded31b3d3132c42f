using Hotline.Contracts.Cases;
using Hotline.Escalation.Clocks;
using Hotline.Hosting.Bus;

namespace Hotline.Escalation.Keeping;

/// <summary>Turns what happens to cases into clocks that start and stop.</summary>
internal sealed class ClockKeeper(ClockBook book) : IConsume<ICaseEvent>
{
    public Task Consume(ICaseEvent message, CancellationToken cancellationToken) =>
        ClockRules.Of(message) is { } mark ? book.Keep(message.Case, mark, cancellationToken) : Task.CompletedTask;
}
