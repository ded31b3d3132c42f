using Hotline.Ledger.Appending;
using Npgsql;
using RabbitMQ.Client;

namespace Hotline.Load.Measuring;

/// <summary>How far everything behind the ledger is from its end.</summary>
/// <param name="Unpublished">Events the relay has not published yet.</param>
/// <param name="OldestSeconds">Age of the oldest of them.</param>
/// <param name="Queued">Messages in the consumers' queues.</param>
/// <param name="Unprojected">Events the read models have not seen.</param>
/// <param name="Untold">Department events not sent yet.</param>
internal sealed record Backlog(long Unpublished, double OldestSeconds, long Queued, long Unprojected, long Untold)
{
    public bool IsEmpty => this is { Unpublished: 0, Queued: 0, Unprojected: 0, Untold: 0 };
}

/// <summary>Looks at the ledger, the queues and the read models directly: the broker's own statistics are seconds old.</summary>
internal sealed class BacklogProbe : IAsyncDisposable
{
    // By the relay's own index: looking must cost the same however much is stored.
    private static readonly string _behind = $"""
        with behind as (
            select e.at from generate_series(0, {Shard.Count - 1}) as s (shard)
            left join cases.relay_checkpoint c using (shard)
            cross join lateral (select at from cases.event where shard = s.shard and (tx, position) > (coalesce(c.tx, '0'), coalesce(c.position, 0))) e)
        select (select count(*) from behind),
               coalesce((select extract(epoch from clock_timestamp() - min(at)) from behind), 0)::float8,
               (select count(*) from dispatch.feed_event where sent_at is null)
        """;

    // Of what was appended since the probe was opened.
    private static readonly string _unprojected = $"""
        select count(*) from (
            select e.case_id, max(e.version) as version from generate_series(0, {Shard.Count - 1}) as s (shard)
            cross join lateral (select case_id, version from cases.event where shard = s.shard and tx > $1::text::xid8) e group by e.case_id) as ledger
        left join insight.case_row r using (case_id) where r.version is distinct from ledger.version
        """;

    private readonly NpgsqlDataSource _database;
    private readonly IConnection _broker;
    private readonly IReadOnlyList<string> _queues;

    private readonly string _since;

    private BacklogProbe(NpgsqlDataSource database, IConnection broker, IReadOnlyList<string> queues, string since)
    {
        _since = since;
        _database = database;
        _broker = broker;
        _queues = queues;
    }

    public static async Task<BacklogProbe> OpenAsync(Launcher.Controlling.Addresses addresses)
    {
        var database = NpgsqlDataSource.Create(addresses.Database);
        var broker = await new ConnectionFactory { Uri = addresses.Broker }.CreateConnectionAsync();
        await using var last = database.CreateCommand("select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text");
        return new BacklogProbe(database, broker, await QueuesAsync(database), (string)(await last.ExecuteScalarAsync())!);
    }

    /// <param name="thorough">Also compare the read model with the ledger, case by case; 0 otherwise.</param>
    public async Task<Backlog> ReadAsync(bool thorough)
    {
        var queued = await QueuedAsync();
        await using var command = _database.CreateCommand(_behind);
        command.CommandTimeout = 120;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var backlog = new Backlog(reader.GetInt64(0), reader.GetDouble(1), queued, 0, reader.GetInt64(2));
        return thorough && backlog.IsEmpty ? backlog with { Unprojected = await UnprojectedAsync() } : backlog;
    }

    /// <summary>Waits until nothing is behind any more.</summary>
    /// <returns>How long that took, or null when the patience ran out.</returns>
    public async Task<TimeSpan?> DrainedAsync(TimeSpan patience)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!(await ReadAsync(thorough: true)).IsEmpty)
        {
            if (Since.Start(started) > patience)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return Since.Start(started);
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<long> UnprojectedAsync()
    {
        await using var command = _database.CreateCommand(_unprojected);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _since });
        command.CommandTimeout = 120;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> QueuedAsync()
    {
        await using var channel = await _broker.CreateChannelAsync();
        long messages = 0;
        foreach (var queue in _queues)
        {
            messages += (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }

        return messages;
    }

    /// <summary>The queues of all consumers, as their services declared them.</summary>
    public static async Task<IReadOnlyList<string>> QueuesAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select queue from bus.subscription order by queue");
        await using var reader = await command.ExecuteReaderAsync();
        var queues = new List<string>();
        while (await reader.ReadAsync())
        {
            queues.Add(reader.GetString(0));
        }

        return queues;
    }
}
