namespace Hotline.Ledger.Relaying;

/// <summary>An entry on its way to the bus.</summary>
/// <param name="Data">The event as JSON text.</param>
/// <param name="Trace">W3C traceparent of the request that made it.</param>
public sealed record RelayedEvent(LedgerPlace Place, Guid CaseId, int Version, string Type, string Data, DateTimeOffset At, string? Trace = null);

/// <summary>Puts entries on the bus. Implemented over the broker, in Hosting.</summary>
public interface IEventPublisher
{
    /// <summary>Publishes all, in order, and returns when the broker has confirmed every one.</summary>
    /// <exception cref="Exception">Some may have been published: the caller publishes all of them again.</exception>
    Task Publish(IReadOnlyList<RelayedEvent> events, CancellationToken cancellationToken);

    /// <summary>Sends entries to one queue only: replay for one consumer.</summary>
    Task Send(string queue, IReadOnlyList<RelayedEvent> events, CancellationToken cancellationToken);

    /// <summary>True when every service that must hear events has declared its queues: before that a publish would be lost.</summary>
    Task<bool> CanPublish(CancellationToken cancellationToken);
}
