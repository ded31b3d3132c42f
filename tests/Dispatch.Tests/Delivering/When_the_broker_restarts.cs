using System.Net.Http.Json;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Tests.Hosting;
using Hotline.TestKit;

namespace Hotline.Dispatch.Tests.Delivering;

/// <summary>With a broker of its own, for it is killed and emptied.</summary>
public class When_the_broker_restarts
{
    [Fact]
    public async Task Delivers_what_was_pending_and_sets_up_again_what_the_broker_lost()
    {
        var broker = await RabbitServer.StartAsync("feed-broker");
        await using var host = await DispatchHost.Start(ownBroker: broker);
        using var client = host.Client(Role.Department, UnitRef.Department("water"));
        var feed = (await client.GetFromJsonAsync<FeedDetails>("/api/v1/units/water/feed"))!;
        var history = new History().Received();
        history.Dispatched("water");
        await host.Publish(history.Events);
        await Sent(host, history, 1);

        await broker.KillAsync();
        await Pending(host, history);
        await broker.StartAsync();
        await Sent(host, history, 2);
        await using (var inbox = await Inbox.Open(feed))
            Assert.Equal(["0000000001", "0000000002"], Sequences(await inbox.Read(history.Number, 2)));

        // The broker is set up anew: no vhost, no queues, no users.
        await broker.KillAsync();
        await Pending(host, history);
        await broker.StartEmptyAsync();
        await Sent(host, history, 3);
        await using var after = await Inbox.Open(feed);
        Assert.Equal(["0000000003"], Sequences(await after.Read(history.Number, 1)));
    }

    /// <summary>An event that was written while nobody could be reached: the outbox itself, for the bus is away too.</summary>
    private static async Task Pending(DispatchHost host, History history) => await host.Scalar<long>(
        """
        insert into dispatch.feed_event (department, case_id, sequence, event_id, name, body, made_at)
        select department, case_id, max(sequence) + 1, gen_random_uuid(), 'signed',
            (max(body::text)::jsonb || jsonb_build_object('sequence', lpad((max(sequence) + 1)::text, 10, '0')))::json, now()
        from dispatch.feed_event where case_id = $1 group by department, case_id returning position
        """, history.Id.Value);

    private static Task Sent(DispatchHost host, History history, long count) => Eventually.Holds($"{count} events are sent", async () =>
        await host.Scalar<long>("select count(*) from dispatch.feed_event where case_id = $1 and sent_at is not null", history.Id.Value) == count);

    private static IEnumerable<string?> Sequences(IEnumerable<System.Text.Json.JsonElement> events) =>
        events.Select(one => one.GetProperty("sequence").GetString());
}
