using Npgsql;

namespace Hotline.Ledger.Relaying;

/// <summary>Reads shards of the ledger in order, behind the oldest transaction that still runs.</summary>
internal static class ShardReader
{
    private const string Select = """
        select e.position, e.case_id, e.version, e.type, e.data::text, e.at, e.trace
        from unnest($1::smallint[], $2::bigint[]) as c (shard, position) cross join lateral (
            select * from cases.event
            where shard = c.shard and position > c.position and tx < pg_snapshot_xmin(pg_current_snapshot())
            order by position limit $3) as e
        """;

    /// <param name="connection">Open.</param>
    /// <param name="after">Shards to read, each behind a position.</param>
    /// <param name="limit">Most entries of each shard.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<IReadOnlyList<RelayedEvent>> Read(
        NpgsqlConnection connection, IReadOnlyDictionary<short, long> after, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<short[]> { TypedValue = [.. after.Keys] },
                new NpgsqlParameter<long[]> { TypedValue = [.. after.Values] },
                new NpgsqlParameter<int> { TypedValue = limit },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<RelayedEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(new RelayedEvent(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5),
                reader.IsDBNull(6) ? null : reader.GetString(6)));
        }
        return events;
    }
}
