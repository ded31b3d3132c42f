using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Hotline.Load.Faults.Breaking;

/// <summary>Stands in the way of events for a while: they reach their consumers after those that came later, shuffled, and up to three times.</summary>
/// <param name="broker">amqp address.</param>
/// <param name="management">Root of the management API, with user and password.</param>
/// <param name="queues">Of the consumers.</param>
internal sealed class MessageShuffle(Uri broker, Uri management, IReadOnlyList<string> queues, Random random)
{
    private const int Window = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <returns>How many messages were sent.</returns>
    public async Task<int> RunAsync(TimeSpan length)
    {
        var ways = await InsistAsync(WaysAsync);
        await InsistAsync(() => WithChannelAsync(channel => DetourAsync(channel, ways)));
        await Task.Delay(length);
        return await InsistAsync(() => WithChannelAsync(channel => ReturnAsync(channel, ways)));
    }

    /// <summary>A consumer's queue is fed by an exchange of its name, to which those of the event types are bound.</summary>
    private async Task<List<Way>> WaysAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(management.UserInfo))));
        var ways = new List<Way>();
        foreach (var queue in queues)
        {
            var address = new Uri($"http://{management.Authority}/api/exchanges/%2F/{queue}/bindings/destination");
            var bindings = await http.GetFromJsonAsync<List<Binding>>(address) ?? [];
            ways.AddRange(bindings.Where(binding => binding.Source.Length > 0).Select(binding => new Way(queue, binding.Source, binding.RoutingKey)));
        }

        return ways;
    }

    private static async Task<int> DetourAsync(IChannel channel, List<Way> ways)
    {
        foreach (var way in ways)
        {
            await channel.QueueDeclareAsync(way.Detour, durable: true, exclusive: false, autoDelete: false);
            // First there, then away: in between comes twice what comes, and nothing is lost.
            await channel.QueueBindAsync(way.Detour, way.Source, way.RoutingKey);
            await channel.ExchangeUnbindAsync(way.Queue, way.Source, way.RoutingKey);
        }

        return ways.Count;
    }

    private async Task<int> ReturnAsync(IChannel channel, List<Way> ways)
    {
        foreach (var way in ways)
        {
            await channel.ExchangeBindAsync(way.Queue, way.Source, way.RoutingKey);
            // Done before and interrupted behind it, it is gone already.
            await channel.QueueDeclareAsync(way.Detour, durable: true, exclusive: false, autoDelete: false);
            await channel.QueueUnbindAsync(way.Detour, way.Source, way.RoutingKey);
        }

        var sent = 0;
        foreach (var way in ways.DistinctBy(way => way.Queue))
        {
            while (await TakeAsync(channel, way.Detour) is { Count: > 0 } window)
            {
                sent += await SendAsync(channel, way.Queue, window);
            }

            await channel.QueueDeleteAsync(way.Detour);
        }

        return sent;
    }

    private static async Task<List<BasicGetResult>> TakeAsync(IChannel channel, string queue)
    {
        var window = new List<BasicGetResult>();
        while (window.Count < Window && await channel.BasicGetAsync(queue, autoAck: false) is { } message)
        {
            window.Add(message);
        }

        return window;
    }

    private async Task<int> SendAsync(IChannel channel, string exchange, List<BasicGetResult> window)
    {
        var copies = window.SelectMany(message => Enumerable.Repeat(message, random.Next(1, 4))).ToArray();
        random.Shuffle(copies);
        // Sent in this order, confirmed together.
        await Task.WhenAll(copies.Select(message =>
            channel.BasicPublishAsync(exchange, "", mandatory: false, new BasicProperties(message.BasicProperties), message.Body).AsTask()));
        await channel.BasicAckAsync(window[^1].DeliveryTag, multiple: true);
        return copies.Length;
    }

    private async Task<int> WithChannelAsync(Func<IChannel, Task<int>> work)
    {
        await using var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        return await work(channel);
    }

    /// <summary>The broker may be away; what we took from its consumers must come back to them all the same. Every step can be done twice.</summary>
    private static async Task<T> InsistAsync<T>(Func<Task<T>> work)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception fault) when (fault is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException
                or PublishException or IOException or HttpRequestException or OperationCanceledException)
            {
                await Task.Delay(_pause);
            }
        }
    }

    private sealed record Way(string Queue, string Source, string RoutingKey)
    {
        public string Detour => "faults-" + Queue;
    }

    private sealed record Binding(
        [property: JsonPropertyName("source")] string Source, [property: JsonPropertyName("routing_key")] string RoutingKey);
}
