namespace Hotline.Insight.Operating;

/// <summary>A queue.</summary>
/// <param name="Depth">Messages in it, delivered and not yet acknowledged ones included.</param>
/// <param name="Unacknowledged">Of these, in the hands of a consumer.</param>
/// <param name="OldestAgeSeconds">Age of the oldest message in seconds; absent when the broker does not know.</param>
/// <param name="Parked">Messages its consumer gave up on. Like every count here, as old as the broker's last sample (5 s).</param>
public sealed record QueueItem(string Name, long Depth, long Unacknowledged, int Consumers, double? OldestAgeSeconds, long Parked);

/// <summary>All queues.</summary>
public sealed record QueueList(IReadOnlyList<QueueItem> Queues)
{
    internal static QueueList Of(IReadOnlyList<BrokerQueue> queues, DateTimeOffset now)
    {
        var parked = queues.ToDictionary(queue => queue.Name, queue => queue.Messages, StringComparer.Ordinal);
        return new QueueList([.. queues
            .Where(queue => !IsAside(queue.Name))
            .OrderBy(queue => queue.Name, StringComparer.Ordinal)
            .Select(queue => new QueueItem(
                queue.Name, queue.Messages, queue.MessagesUnacknowledged, queue.Consumers, Age(queue, now),
                parked.GetValueOrDefault(ParkedQueue.NameOf(queue.Name))))]);
    }

    private static bool IsAside(string name) =>
        name.EndsWith("_error", StringComparison.Ordinal) || name.EndsWith("_skipped", StringComparison.Ordinal);

    private static double? Age(BrokerQueue queue, DateTimeOffset now) =>
        queue.HeadMessageTimestamp is { } oldest ? Math.Max(0, (now - DateTimeOffset.FromUnixTimeSeconds(oldest)).TotalSeconds) : null;
}

/// <summary>What is parked: the oldest, at most 100.</summary>
public sealed record ParkedList(IReadOnlyList<ParkedMessage> Messages);

/// <summary>What was put back.</summary>
public sealed record Redelivered(int Moved);
