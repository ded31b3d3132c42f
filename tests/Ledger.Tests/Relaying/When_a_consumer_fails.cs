using Hotline.Ledger.Relaying;
using Hotline.TestKit;
using Hotline.TestKit.Stories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;

namespace Hotline.Ledger.Tests.Relaying;

public sealed class When_a_consumer_fails(LedgerFixture fixture) : IClassFixture<LedgerFixture>, IAsyncLifetime
{
    private Uri _broker = null!;

    public async ValueTask InitializeAsync()
    {
        _broker = await (await RabbitServer.SharedAsync()).CreateVhost();
        await fixture.Execute("drop schema if exists bus cascade");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_passes_by_itself_is_waited_out_and_what_follows_it_waits_too()
    {
        var database = new Away { Times = 30, Fault = () => new TimeoutException("The database is restarting.") };
        var (host, received) = await BusHost.StartConsumer(fixture, _broker, database);
        using (host)
        {
            await Publish(host, new CaseStory(Monday).Received().Accepted());

            await received.Wait(2);

            Assert.Equal([1, 2], received.Events.Select(e => e.Version));
            Assert.Equal(32, database.Asked);
            Assert.Equal(0u, await Parked());
            await host.StopAsync();
        }
    }

    [Fact]
    public async Task What_lasts_is_tried_six_times_and_parked()
    {
        var bug = new Away { Times = 6, Fault = () => new InvalidOperationException("No such field.") };
        var (host, received) = await BusHost.StartConsumer(fixture, _broker, bug);
        using (host)
        {
            await Publish(host, new CaseStory(Monday).Received().Accepted());

            await received.Wait(1);

            Assert.Equal([2], received.Events.Select(e => e.Version));
            Assert.Equal(7, bug.Asked);
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (await Parked() != 1)
                await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
            await host.StopAsync();
        }
    }

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    // Not before the queue is bound: the relay waits for that as well.
    private static async Task Publish(IHost host, CaseStory story)
    {
        var publisher = host.Services.GetRequiredService<IEventPublisher>();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await publisher.CanPublish(deadline.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
        await publisher.Publish([.. story.Events.Select(BusHost.Relayed)], CancellationToken.None);
    }

    private async Task<uint> Parked()
    {
        await using var connection = await new ConnectionFactory { Uri = _broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return await channel.MessageCountAsync("probe-probe_error");
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return 0;
        }
    }
}
