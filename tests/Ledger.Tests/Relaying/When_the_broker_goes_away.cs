using Hotline.TestKit;

namespace Hotline.Ledger.Tests.Relaying;

public sealed class When_the_broker_goes_away(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Events_come_though_it_went_away_while_the_queue_was_set_up()
    {
        var broker = await (await RabbitServer.SharedAsync()).CreateVhost();
        await fixture.Execute("drop schema if exists bus cascade");
        await using var proxy = new CuttingProxy(broker);
        using var relay = await BusHost.StartRelay(fixture, broker, "probe");
        var (consumer, received) = await BusHost.StartConsumer(fixture, proxy.Uri, batches: true);
        using (consumer)
        {
            await fixture.AppendCase(events: 2);

            await received.Wait(2);

            Assert.True(proxy.HasCut);
            await relay.StopAsync();
            await consumer.StopAsync();
        }
    }

    [Fact]
    public async Task A_bus_that_does_not_stop_does_not_keep_its_process()
    {
        using var host = await BusHost.StartDeaf(fixture, await (await RabbitServer.SharedAsync()).CreateVhost());
        // Far longer than it takes.
        await host.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}
