using Hotline.TestKit;
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
        using var relay = await BusHost.StartRelay(fixture, _broker, "probe");
        using (host)
        {
            await fixture.AppendCase(events: 2);

            await received.Wait(2);

            Assert.Equal([1, 2], received.Events.Select(e => e.Version));
            Assert.Equal(32, database.Asked);
            Assert.Equal(0u, await Parked());
            await relay.StopAsync();
            await host.StopAsync();
        }
    }

    [Fact]
    public async Task What_lasts_is_tried_six_times_and_parked()
    {
        var bug = new Away { Times = 6, Fault = () => new InvalidOperationException("No such field.") };
        var (host, received) = await BusHost.StartConsumer(fixture, _broker, bug);
        using var relay = await BusHost.StartRelay(fixture, _broker, "probe");
        using (host)
        {
            await fixture.AppendCase(events: 2);

            await received.Wait(1);

            Assert.Equal([2], received.Events.Select(e => e.Version));
            Assert.Equal(7, bug.Asked);
            // The next message is not begun before the parking of this one is confirmed.
            Assert.Equal(1u, await Parked());
            await relay.StopAsync();
            await host.StopAsync();
        }
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
