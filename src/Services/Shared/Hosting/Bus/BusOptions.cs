namespace Hotline.Hosting.Bus;

/// <summary>The event bus. Section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    /// <summary>Services whose queues must exist before the relay publishes anything: an event published earlier would be lost to them.</summary>
    public IList<string> RequiredSubscribers { get; } = [];

    /// <summary>
    /// How long a consumer keeps trying what fails by something that passes, such as a database that restarts. Below the broker's own limit
    /// for an acknowledgement (RabbitMQ's <c>consumer_timeout</c>, 30 minutes).
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(25);

    /// <summary>The longest pause between two such attempts.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>The queues this process declares.</summary>
internal sealed record BusSubscriptions(string Service, IReadOnlyList<string> Queues);
