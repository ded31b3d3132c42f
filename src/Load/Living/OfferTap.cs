using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Hotline.Load.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hotline.Load.Living;

/// <summary>An offer to a merchant, or, without one, that nobody is left to ask.</summary>
internal sealed record OfferNews(string? Merchant, string? OfferId);

/// <summary>How merchants learn of offers without asking all the time: what a text message would tell them.</summary>
internal sealed class OfferTap : IAsyncDisposable
{
    private const string Namespace = "Hotline.Contracts.Cases";
    private readonly ConcurrentDictionary<string, Channel<OfferNews>> _news = new();
    private readonly IConnection _connection;

    private OfferTap(IConnection connection) => _connection = connection;

    public static async Task<OfferTap> StartAsync(Instance instance)
    {
        var tap = new OfferTap(await new ConnectionFactory { Uri = instance.Addresses.Broker }.CreateConnectionAsync());
        var channel = await tap._connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync();
        foreach (var name in new[] { "OfferMade", "OffersExhausted" })
        {
            await channel.ExchangeDeclareAsync($"{Namespace}:{name}", ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue.QueueName, $"{Namespace}:{name}", "");
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            tap.Hear(delivery.Body.Span);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return tap;
    }

    /// <summary>The next news of a case.</summary>
    public ValueTask<OfferNews> NextAsync(string number, CancellationToken cancellation) => Of(number).Reader.ReadAsync(cancellation);

    /// <summary>Nobody listens for this case any more.</summary>
    public void Forget(string number) => _news.TryRemove(number, out _);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void Hear(ReadOnlySpan<byte> envelope)
    {
        var message = JsonSerializer.Deserialize<JsonElement>(envelope).GetProperty("message");
        Of(message.GetProperty("number").GetString()!).Writer.TryWrite(new OfferNews(
            message.TryGetProperty("merchant", out var merchant) ? merchant.GetString() : null,
            message.TryGetProperty("offerId", out var offer) ? offer.GetString() : null));
    }

    private Channel<OfferNews> Of(string number) => _news.GetOrAdd(number, _ => Channel.CreateUnbounded<OfferNews>());
}
