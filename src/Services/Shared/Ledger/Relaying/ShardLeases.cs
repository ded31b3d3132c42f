using Hotline.Ledger.Appending;
using Npgsql;

namespace Hotline.Ledger.Relaying;

/// <summary>The right to publish shards: advisory locks held by one connection. The checkpoints move on that very connection,
/// so a relay that lost its locks cannot move them.</summary>
internal sealed class ShardLeases : IAsyncDisposable
{
    private const int LockSpace = 8890;
    private readonly NpgsqlConnection _connection;
    private readonly SortedDictionary<short, long> _checkpoints = [];

    private ShardLeases(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Every shard is ours.</summary>
    public bool AreComplete => _checkpoints.Count == Shard.Count;

    /// <summary>No leases yet.</summary>
    public static async Task<ShardLeases> Open(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        new(await database.OpenConnectionAsync(cancellationToken));

    /// <summary>Takes every shard that no relay holds.</summary>
    /// <returns>Those taken now, with the position published last.</returns>
    public async Task<IReadOnlyList<(short Shard, long Checkpoint)>> Acquire(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select s.shard, coalesce((select c.position from cases.relay_checkpoint c where c.shard = s.shard), 0)
            from unnest($2::smallint[]) as s (shard) where pg_try_advisory_lock($1, s.shard)
            """, _connection)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = LockSpace },
                new NpgsqlParameter<short[]> { TypedValue = [.. Enumerable.Range(0, Shard.Count).Select(shard => (short)shard).Where(shard => !_checkpoints.ContainsKey(shard))] },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new List<(short Shard, long Checkpoint)>();
        while (await reader.ReadAsync(cancellationToken))
            taken.Add((reader.GetInt16(0), reader.GetInt64(1)));
        foreach (var (shard, checkpoint) in taken)
            _checkpoints[shard] = checkpoint;
        return taken;
    }

    /// <summary>What follows in the shards that are ours, in order within each.</summary>
    public Task<IReadOnlyList<RelayedEvent>> ReadNext(int limit, CancellationToken cancellationToken) => _checkpoints.Count == 0
        ? Task.FromResult<IReadOnlyList<RelayedEvent>>([])
        : ShardReader.Read(_connection, _checkpoints, Math.Max(1, limit / _checkpoints.Count), cancellationToken);

    /// <summary>Everything up to and with these events is published.</summary>
    public async Task MovePast(IReadOnlyList<RelayedEvent> events, CancellationToken cancellationToken)
    {
        var moved = events.GroupBy(relayed => Shard.Of(relayed.CaseId)).ToDictionary(ofShard => ofShard.Key, ofShard => ofShard.Max(relayed => relayed.Position));
        await using var command = new NpgsqlCommand(
            """
            insert into cases.relay_checkpoint (shard, position) select * from unnest($1::smallint[], $2::bigint[])
            on conflict (shard) do update set position = excluded.position
            """, _connection)
        {
            Parameters = { new NpgsqlParameter<short[]> { TypedValue = [.. moved.Keys] }, new NpgsqlParameter<long[]> { TypedValue = [.. moved.Values] } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var (shard, position) in moved)
            _checkpoints[shard] = position;
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
