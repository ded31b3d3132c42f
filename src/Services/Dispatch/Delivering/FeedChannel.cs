using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Hotline.Dispatch.Delivering;

/// <summary>How publishing one event ended.</summary>
internal enum Publishing
{
    /// <summary>The department's queue has it.</summary>
    Confirmed,

    /// <summary>The broker knows no queue for it.</summary>
    Unroutable,

    /// <summary>The queue is full.</summary>
    Refused,
}

/// <summary>The publisher's connection to the departments' vhost. Not thread-safe: the publisher is its only user.</summary>
internal sealed class FeedChannel(IConfiguration configuration, IOptions<FeedOptions> options) : IAsyncDisposable
{
    private IConnection? _connection;
    private IChannel? _channel;

    /// <summary>The broker as Hotline itself reaches it, at the departments' vhost.</summary>
    public static ConnectionFactory Factory(IConfiguration configuration, string virtualHost) => new()
    {
        Uri = new Uri(configuration.GetConnectionString("rabbitmq") ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not set.")),
        VirtualHost = virtualHost,
        ClientProvidedName = "hotline-department-feed",
        // A lost connection is replaced as a whole: what was in flight is unknown and comes again from the outbox.
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
    };

    /// <summary>Connects unless connected.</summary>
    public async Task Open(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true })
            return;
        await Close();
        _connection = await Factory(configuration, options.Value.VirtualHost).CreateConnectionAsync(cancellationToken);
        _channel = await _connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
    }

    /// <summary>Publishes and waits for the broker's word.</summary>
    /// <exception cref="OperationCanceledException">No word came in time; the event may or may not be in the queue.</exception>
    public async Task<Publishing> Publish(OutgoingEvent outgoing, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties
        {
            Persistent = true,
            ContentType = FeedEnvelope.ContentType,
            MessageId = outgoing.EventId.ToString(),
        };
        try
        {
            await _channel!.BasicPublishAsync(
                FeedNames.Exchange, FeedNames.RoutingKey(outgoing.Department, outgoing.Name), mandatory: true, properties, outgoing.Body, cancellationToken);
            return Publishing.Confirmed;
        }
        catch (PublishException refusal)
        {
            return refusal.IsReturn ? Publishing.Unroutable : Publishing.Refused;
        }
    }

    /// <summary>Drops the connection; closing in good order could hang with the publish that made us drop it.</summary>
    public async Task Close()
    {
        var (connection, channel) = (_connection, _channel);
        (_connection, _channel) = (null, null);
        if (connection is null)
            return;
        try
        {
            await connection.CloseAsync(Constants.ReplySuccess, "reopening", TimeSpan.FromSeconds(2), abort: true, CancellationToken.None);
            if (channel is not null)
                await channel.DisposeAsync();
            await connection.DisposeAsync();
        }
        catch (Exception fault) when (fault is AlreadyClosedException or OperationInterruptedException or IOException or ObjectDisposedException)
        {
            // Already gone, which is what was wanted.
        }
    }

    public ValueTask DisposeAsync() => new(Close());
}

/// <summary>An event of the outbox on its way.</summary>
internal sealed record OutgoingEvent(long Position, string Department, Guid CaseId, Guid EventId, string Name, DateTimeOffset MadeAt, ReadOnlyMemory<byte> Body);
