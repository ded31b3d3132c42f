using Npgsql;

namespace Hotline.Ledger.Relaying;

/// <summary>Reads a shard of the ledger in order, behind the oldest transaction that still runs.</summary>
internal static class ShardReader
{
    private const string Select = """
        select position, case_id, version, type, data::text, at, trace from cases.event
        where shard = $1 and position > $2 and tx < pg_snapshot_xmin(pg_current_snapshot())
        order by position limit $3
        """;

    public static async Task<IReadOnlyList<RelayedEvent>> Read(
        NpgsqlConnection connection, short shard, long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<short> { TypedValue = shard },
                new NpgsqlParameter<long> { TypedValue = after },
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
