using RabbitMQ.Client;

namespace Hotline.Insight.Operating;

/// <summary>Sends parked messages back to the queue they came from.</summary>
internal sealed class ParkedQueue(IConfiguration configuration)
{
    /// <summary>Queue of the messages that a queue's consumer gave up on.</summary>
    public static string NameOf(string queue) => queue + "_error";

    /// <summary>Moves what lies there now. Each message leaves only after the broker has confirmed its copy: a crash doubles one, and loses none.</summary>
    /// <returns>How many were moved.</returns>
    public async Task<int> Redeliver(string queue, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(configuration.GetConnectionString("rabbitmq")!), ClientProvidedName = "insight-redelivery" };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        // Not what is parked again meanwhile: that would go round and round.
        var parkedNow = await channel.MessageCountAsync(NameOf(queue), cancellationToken);
        var moved = 0;
        while (moved < parkedNow && await channel.BasicGetAsync(NameOf(queue), autoAck: false, cancellationToken) is { } parked)
        {
            await channel.BasicPublishAsync(
                exchange: "", routingKey: queue, mandatory: true, new BasicProperties(parked.BasicProperties), parked.Body, cancellationToken);
            await channel.BasicAckAsync(parked.DeliveryTag, multiple: false, cancellationToken);
            moved++;
        }
        return moved;
    }
}
