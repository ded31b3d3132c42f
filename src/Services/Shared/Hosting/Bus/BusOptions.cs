namespace Hotline.Hosting.Bus;

/// <summary>The event bus. Section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>Services whose queues must exist before the relay publishes anything: an event published earlier would be lost to them.</summary>
    public IList<string> RequiredSubscribers { get; } = [];
}

/// <summary>The queues this process declares.</summary>
internal sealed record BusSubscriptions(string Service, IReadOnlyList<string> Queues);
