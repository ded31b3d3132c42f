using System.Globalization;
using System.Text;
using Hotline.Load.Faults.Breaking;
using Hotline.TestKit;
using RabbitMQ.Client;

namespace Hotline.Faults.Breaking;

/// <summary>With exchanges and a queue as the bus makes them: one of an event, one of a consumer, and its queue.</summary>
public sealed class When_messages_are_shuffled
{
    private const string Event = "Hotline.Contracts:CaseSigned";
    private const string Consumer = "insight-case-row";

    /// <summary>Sent to see which way messages go.</summary>
    private const int Probe = -1;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Each_comes_to_its_consumer_late_out_of_order_and_up_to_three_times()
    {
        var server = await RabbitServer.SharedAsync();
        await using var bus = await Bus.OfAsync(server);
        var shuffling = Shuffle(server).RunAsync(TimeSpan.FromSeconds(2));
        await bus.DetouredAsync();
        await bus.PublishAsync(200);
        var sent = await shuffling.WaitAsync(Limit);

        var all = await bus.ReceivedAsync();
        Assert.Equal(sent, all.Count);
        var came = all.FindAll(number => number != Probe);
        Assert.Equal(Enumerable.Range(0, 200), came.Distinct().Order());
        Assert.InRange(came.GroupBy(number => number).Max(copies => copies.Count()), 2, 3);
        Assert.NotEqual(came.Order(), came);

        // Afterwards everything goes its way again.
        await bus.PublishAsync(1);
        Assert.Equal([0], await bus.ReceivedAsync());
    }

    [Fact]
    public async Task None_is_lost_when_the_broker_dies_while_they_are_brought_back()
    {
        const int messages = 5_000;
        var server = await RabbitServer.StartAsync("shuffled");
        Task<int> shuffling;
        await using (var bus = await Bus.OfAsync(server))
        {
            shuffling = Shuffle(server).RunAsync(TimeSpan.FromSeconds(5));
            await bus.DetouredAsync();
            await bus.PublishAsync(messages);
            await bus.BroughtBackAsync(some: messages / 10);
            await server.KillAsync();
        }

        Assert.False(shuffling.IsCompleted);
        await server.StartAsync();
        await shuffling.WaitAsync(Limit);
        await using var after = await Bus.OfAsync(server);
        Assert.Equal(Enumerable.Range(0, messages), (await after.ReceivedAsync()).Distinct().Where(number => number != Probe).Order());
        await server.StopAsync();
    }

    [Fact]
    public async Task It_ends_though_the_way_round_is_gone_when_it_tries_again()
    {
        var server = await RabbitServer.SharedAsync();
        await using var bus = await Bus.OfAsync(server);
        var shuffling = Shuffle(server).RunAsync(TimeSpan.FromSeconds(2));
        await bus.DetouredAsync();
        await bus.LoseWayRoundAsync();

        Assert.Equal(0, await shuffling.WaitAsync(Limit));
        await bus.PublishAsync(1);
        Assert.Equal([0], await bus.ReceivedAsync());
    }

    private static MessageShuffle Shuffle(RabbitServer server) => new(server.AmqpUri, server.ManagementUri, [Consumer], new Random(1));

    private sealed class Bus(IConnection connection, IChannel channel) : IAsyncDisposable
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

        public static async Task<Bus> OfAsync(RabbitServer server)
        {
            var connection = await new ConnectionFactory { Uri = server.AmqpUri, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
            var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            await channel.ExchangeDeclareAsync(Event, ExchangeType.Fanout, durable: true);
            await channel.ExchangeDeclareAsync(Consumer, ExchangeType.Fanout, durable: true);
            await channel.QueueDeclareAsync(Consumer, durable: true, exclusive: false, autoDelete: false);
            await channel.ExchangeBindAsync(Consumer, Event, "");
            await channel.QueueBindAsync(Consumer, Consumer, "");
            return new Bus(connection, channel);
        }

        /// <summary>Waits until what is published goes round and nothing goes straight.</summary>
        public Task DetouredAsync() => UntilAsync(async () => !await StraightAsync());

        public Task PublishAsync(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(PublishOneAsync));

        /// <summary>Waits until so many have come to the consumer.</summary>
        public Task BroughtBackAsync(int some) => UntilAsync(async () => await channel.MessageCountAsync(Consumer) >= some);

        /// <summary>As an interruption leaves it that came after its last message.</summary>
        public Task LoseWayRoundAsync() => channel.QueueDeleteAsync("faults-" + Consumer);

        /// <summary>Everything that lies there for the consumer, taken away.</summary>
        public async Task<List<int>> ReceivedAsync()
        {
            var numbers = new List<int>();
            while (await channel.BasicGetAsync(Consumer, autoAck: true) is { } message)
            {
                numbers.Add(int.Parse(Encoding.UTF8.GetString(message.Body.Span), CultureInfo.InvariantCulture));
            }

            return numbers;
        }

        public async ValueTask DisposeAsync()
        {
            await channel.DisposeAsync();
            await connection.DisposeAsync();
        }

        // A broker tells nobody of these facts: they are asked for.
        private static async Task UntilAsync(Func<Task<bool>> fact)
        {
            while (!await fact())
            {
                await Task.Delay(Pause, TestContext.Current.CancellationToken);
            }
        }

        private Task PublishOneAsync(int number) => channel.BasicPublishAsync(
            Event, "", mandatory: false, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))).AsTask();

        private async Task<bool> StraightAsync()
        {
            await PublishOneAsync(Probe);
            return await channel.BasicGetAsync(Consumer, autoAck: true) is not null;
        }
    }
}
