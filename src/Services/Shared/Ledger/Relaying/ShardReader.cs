using Npgsql;
using NpgsqlTypes;

namespace Hotline.Ledger.Relaying;

/// <summary>Reads shards of the ledger in order, behind the oldest transaction that still runs: what commits later comes later in that order too.</summary>
internal static class ShardReader
{
    private const string Select = """
        select e.tx, e.position, e.case_id, e.version, e.type, e.data::text, e.at, e.trace
        from unnest($1::smallint[], $2::xid8[], $3::bigint[]) as c (shard, tx, position) cross join lateral (
            select * from cases.event
            where shard = c.shard and (tx, position) > (c.tx, c.position) and tx < pg_snapshot_xmin(pg_current_snapshot())
            order by tx, position limit $4) as e
        """;

    /// <param name="connection">Open.</param>
    /// <param name="after">Shards to read, each behind a place.</param>
    /// <param name="limit">Most entries of each shard.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<IReadOnlyList<RelayedEvent>> Read(
        NpgsqlConnection connection, IReadOnlyDictionary<short, LedgerPlace> after, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<short[]> { TypedValue = [.. after.Keys] },
                new NpgsqlParameter<ulong[]> { TypedValue = [.. after.Values.Select(place => place.Transaction)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Xid8 },
                new NpgsqlParameter<long[]> { TypedValue = [.. after.Values.Select(place => place.Position)] },
                new NpgsqlParameter<int> { TypedValue = limit },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<RelayedEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(new RelayedEvent(
                new LedgerPlace(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)), reader.GetGuid(2), reader.GetInt32(3), reader.GetString(4), reader.GetString(5),
                reader.GetFieldValue<DateTimeOffset>(6), reader.IsDBNull(7) ? null : reader.GetString(7)));
        }
        return events;
    }
}
