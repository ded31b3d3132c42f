using System.Diagnostics;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Appending;
using Hotline.TestKit;
using Npgsql;

namespace Hotline.Ledger.Tests.Relaying;

public sealed class When_the_ledger_is_relayed(LedgerFixture fixture) : IClassFixture<LedgerFixture>, IAsyncLifetime
{
    private Uri _broker = null!;

    public async ValueTask InitializeAsync()
    {
        _broker = await (await RabbitServer.SharedAsync()).CreateVhost();
        await fixture.Execute("truncate cases.relay_checkpoint, cases.number_block; drop schema if exists bus cascade");
        await fixture.Execute("insert into cases.relay_checkpoint (shard, tx, position) select s, pg_current_xact_id(), 0 from generate_series(0, 7) s");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_was_appended_before_the_relay_or_any_consumer_lived_still_arrives()
    {
        // The process that appended is gone: nobody signaled, nobody published.
        var id = await fixture.AppendCase(events: 3);
        using var relay = await BusHost.StartRelay(fixture, _broker, "probe");
        var (consumer, received) = await BusHost.StartConsumer(fixture, _broker);
        using (consumer)
        {
            await received.Wait(3);
            Assert.Equal([1, 2, 3], received.Events.Where(e => e.CaseId == id).Select(e => e.Version));
            Assert.IsType<CaseReceived>(received.Events[0]);
            await consumer.StopAsync();
            await relay.StopAsync();
        }
    }

    [Fact]
    public async Task A_crash_between_publish_and_checkpoint_repeats_the_same_events_and_loses_none()
    {
        var (consumer, received) = await BusHost.StartConsumer(fixture, _broker);
        using (consumer)
        {
            var id = await fixture.AppendCase(events: 2);
            using (var relay = await BusHost.StartRelay(fixture, _broker, "probe"))
            {
                await received.Wait(2);
                await relay.StopAsync();
            }
            // As if the process had died before it moved the checkpoint.
            await fixture.Execute($"update cases.relay_checkpoint set tx = (select min(tx) from cases.event where case_id = '{id}'), position = 0 where shard = {Shard.Of(id.Value)}");
            using (var again = await BusHost.StartRelay(fixture, _broker, "probe"))
            {
                await received.Wait(2);
                await again.StopAsync();
            }
            Assert.Equal([(1, 2), (2, 2)], received.Events.GroupBy(e => e.Version).Select(same => (same.Key, same.Count())).Order());
            await consumer.StopAsync();
        }
    }

    [Fact]
    public async Task A_transaction_that_commits_late_is_not_skipped()
    {
        var (consumer, received) = await BusHost.StartConsumer(fixture, _broker);
        using var relay = await BusHost.StartRelay(fixture, _broker, "probe");
        using (consumer)
        {
            // Takes an early position, commits last.
            await using var slow = await fixture.Database.OpenConnectionAsync();
            await using var transaction = await slow.BeginTransactionAsync();
            var late = await InsertRaw(slow);
            await fixture.AppendCase(events: 1);
            await transaction.CommitAsync();

            await received.Wait(2);
            Assert.Contains(received.Events, e => e.CaseId == late);
            await relay.StopAsync();
            await consumer.StopAsync();
        }
    }

    [Fact]
    public async Task A_transaction_that_started_first_and_took_its_place_last_takes_nobody_along()
    {
        var (consumer, received) = await BusHost.StartConsumer(fixture, _broker);
        using var relay = await BusHost.StartRelay(fixture, _broker, "probe");
        using (consumer)
        {
            // The older transaction has the later position and commits first: its event may be published, the other's is still to come.
            await using var older = await fixture.Database.OpenConnectionAsync();
            await using var newer = await fixture.Database.OpenConnectionAsync();
            await using var first = await older.BeginTransactionAsync();
            await new NpgsqlCommand("select pg_current_xact_id()", older).ExecuteScalarAsync();
            await using var second = await newer.BeginTransactionAsync();
            var late = await InsertRaw(newer);
            var early = await InsertRaw(older, Shard.Of(late.Value));
            await first.CommitAsync();
            await received.Wait(1);
            Assert.Equal(early, Assert.Single(received.Events).CaseId);
            await second.CommitAsync();

            await received.Wait(1);
            Assert.Equal([early, late], received.Events.Select(one => one.CaseId));
            await relay.StopAsync();
            await consumer.StopAsync();
        }
    }

    [Fact]
    public async Task Two_relays_share_the_shards_and_publish_each_event_once()
    {
        var (consumer, received) = await BusHost.StartConsumer(fixture, _broker);
        using var one = await BusHost.StartRelay(fixture, _broker, "probe");
        using var two = await BusHost.StartRelay(fixture, _broker, "probe");
        using (consumer)
        {
            for (var i = 0; i < 20; i++)
                await fixture.AppendCase(events: 2);
            await received.Wait(40);
            await one.StopAsync();
            await two.StopAsync();
            await consumer.StopAsync();
        }
        Assert.Equal(40, received.Events.Count);
        Assert.All(received.Events.GroupBy(e => e.CaseId), one => Assert.Equal([1, 2], one.Select(e => e.Version)));
    }

    [Fact]
    public async Task An_event_is_handled_in_the_trace_of_the_request_that_made_it()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Hotline.Ledger" or "MassTransit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var (consumer, received) = await BusHost.StartConsumer(fixture, _broker);
        using var relay = await BusHost.StartRelay(fixture, _broker, "probe");
        using (consumer)
        {
            using var request = new Activity("POST /api/v1/cases").Start();
            await fixture.AppendCase(events: 1);
            request.Stop();

            await received.Wait(1);
            Assert.Equal(request.TraceId, received.Trace);
            await relay.StopAsync();
            await consumer.StopAsync();
        }
    }

    private static async Task<CaseId> InsertRaw(NpgsqlConnection connection, short? shard = null)
    {
        CaseId id;
        do
            id = new CaseId(Guid.CreateVersion7());
        while (shard is not null && Shard.Of(id.Value) != shard);
        await using var command = new NpgsqlCommand(
            "insert into cases.event (case_id, version, shard, type, data, at, actor, operation, hash) values ($1, 1, $2, 'CaseReceived', $3::json, now(), 'a', $1, ''::bytea)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = id.Value },
                new NpgsqlParameter<short> { TypedValue = Shard.Of(id.Value) },
                new NpgsqlParameter<string> { TypedValue = System.Text.Json.JsonSerializer.Serialize(Sample.Received(id), CaseJson.Options) },
            },
        };
        await command.ExecuteNonQueryAsync();
        return id;
    }
}
