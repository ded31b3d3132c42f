using Hotline.Contracts.Cases;

namespace Hotline.Hosting.Bus;

/// <summary>Handles one type of event. A class may handle several types; all come through its one queue.</summary>
/// <remarks>Delivered at least once. Events of one case are never handled at the same time within a process, and are published in order, but
/// neighbors may overtake each other on their way in, and after failures older ones come late: compare versions where order matters.
/// An exception is retried and, if it lasts, parks the message in the queue's <c>_error</c>.</remarks>
/// <typeparam name="TEvent">An event record, or <see cref="ICaseEvent"/> for all of them (the concrete record is given).</typeparam>
public interface IConsume<in TEvent>
    where TEvent : class, ICaseEvent
{
    /// <summary>Handles it.</summary>
    Task Consume(TEvent message, CancellationToken cancellationToken);
}

/// <summary>Handles all events in batches.</summary>
public interface IConsumeBatch
{
    /// <summary>Handles them, in order of arrival; all are acknowledged together.</summary>
    Task Consume(IReadOnlyList<ICaseEvent> messages, CancellationToken cancellationToken);
}
