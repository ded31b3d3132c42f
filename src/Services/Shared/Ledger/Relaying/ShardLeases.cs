using Hotline.Ledger.Appending;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Ledger.Relaying;

/// <summary>The right to publish shards: advisory locks held by one connection. The checkpoints move on that very connection,
/// so a relay that lost its locks cannot move them.</summary>
internal sealed class ShardLeases : IAsyncDisposable
{
    private const int LockSpace = 8890;
    private readonly NpgsqlConnection _connection;
    private readonly SortedDictionary<short, LedgerPlace> _checkpoints = [];

    private ShardLeases(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Every shard is ours.</summary>
    public bool AreComplete => _checkpoints.Count == Shard.Count;

    /// <summary>No leases yet.</summary>
    public static async Task<ShardLeases> Open(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        new(await database.OpenConnectionAsync(cancellationToken));

    /// <summary>Takes every shard that no relay holds.</summary>
    /// <returns>Those taken now, with the place published last.</returns>
    public async Task<IReadOnlyList<(short Shard, LedgerPlace Checkpoint)>> Acquire(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select s.shard, coalesce(c.tx, '0'), coalesce(c.position, 0)
            from (select shard from unnest($2::smallint[]) as free (shard) where pg_try_advisory_lock($1, shard)) s
            left join cases.relay_checkpoint c using (shard)
            """, _connection)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = LockSpace },
                new NpgsqlParameter<short[]> { TypedValue = [.. Enumerable.Range(0, Shard.Count).Select(shard => (short)shard).Where(shard => !_checkpoints.ContainsKey(shard))] },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new List<(short Shard, LedgerPlace Checkpoint)>();
        while (await reader.ReadAsync(cancellationToken))
            taken.Add((reader.GetInt16(0), new LedgerPlace(reader.GetFieldValue<ulong>(1), reader.GetInt64(2))));
        foreach (var (shard, checkpoint) in taken)
            _checkpoints[shard] = checkpoint;
        return taken;
    }

    /// <summary>What follows in the shards that are ours, in order within each.</summary>
    public Task<IReadOnlyList<RelayedEvent>> ReadNext(int limit, CancellationToken cancellationToken) => _checkpoints.Count == 0
        ? Task.FromResult<IReadOnlyList<RelayedEvent>>([])
        : ShardReader.Read(_connection, _checkpoints, Math.Max(1, limit / _checkpoints.Count), cancellationToken);

    /// <summary>Everything up to and with these events, as they were read, is published.</summary>
    public async Task MovePast(IReadOnlyList<RelayedEvent> events, CancellationToken cancellationToken)
    {
        var moved = events.GroupBy(relayed => Shard.Of(relayed.CaseId)).ToDictionary(ofShard => ofShard.Key, ofShard => ofShard.Last().Place);
        await using var command = new NpgsqlCommand(
            """
            insert into cases.relay_checkpoint (shard, tx, position) select * from unnest($1::smallint[], $2::xid8[], $3::bigint[])
            on conflict (shard) do update set tx = excluded.tx, position = excluded.position
            """, _connection)
        {
            Parameters =
            {
                new NpgsqlParameter<short[]> { TypedValue = [.. moved.Keys] },
                new NpgsqlParameter<ulong[]> { TypedValue = [.. moved.Values.Select(place => place.Transaction)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Xid8 },
                new NpgsqlParameter<long[]> { TypedValue = [.. moved.Values.Select(place => place.Position)] },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var (shard, place) in moved)
            _checkpoints[shard] = place;
    }

    public async ValueTask DisposeAsync()
    {
        // The pool resets a session only when it is next used: until then the locks would stay.
        try
        {
            await using var unlock = new NpgsqlCommand("select pg_advisory_unlock_all()", _connection);
            await unlock.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException) when (_connection.State != System.Data.ConnectionState.Open)
        {
            // On a broken connection the locks are gone already.
        }
        await _connection.DisposeAsync();
    }
}
