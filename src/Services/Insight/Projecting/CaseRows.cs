using Hotline.Contracts.Cases;
using Hotline.Hosting.Bus;

namespace Hotline.Insight.Projecting;

/// <summary>Keeps the read model from the bus; queue <c>insight-case-rows</c>. Needs no inbox: what was seen is a mark of the row itself.</summary>
internal sealed class CaseRows(Projection projection) : IConsumeBatch
{
    /// <summary>Its queue, where replays are sent.</summary>
    public const string Queue = "insight-case-rows";

    /// <inheritdoc />
    public Task Consume(IReadOnlyList<ICaseEvent> messages, CancellationToken cancellationToken) => projection.Apply(messages, cancellationToken);
}
