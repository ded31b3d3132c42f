using Npgsql;

namespace Hotline.Ledger.Relaying;

/// <summary>The right to publish one shard: an advisory lock held by a connection. The checkpoint moves on that very connection,
/// so a relay that lost its lock cannot move it.</summary>
internal sealed class ShardLease : IAsyncDisposable
{
    private const int LockSpace = 8890;
    private readonly NpgsqlConnection _connection;
    private readonly short _shard;

    private ShardLease(NpgsqlConnection connection, short shard, long checkpoint)
    {
        _connection = connection;
        _shard = shard;
        Checkpoint = checkpoint;
    }

    /// <summary>Position of the last entry published.</summary>
    public long Checkpoint { get; private set; }

    /// <summary>The lease, or null while another relay holds the shard.</summary>
    public static async Task<ShardLease?> TryAcquire(NpgsqlDataSource database, short shard, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(
                "select pg_try_advisory_lock($1, $2), coalesce((select position from cases.relay_checkpoint where shard = $2), 0)", connection)
            {
                Parameters = { new NpgsqlParameter<int> { TypedValue = LockSpace }, new NpgsqlParameter<int> { TypedValue = shard } },
            };
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                await reader.ReadAsync(cancellationToken);
                if (reader.GetBoolean(0))
                    return new ShardLease(connection, shard, reader.GetInt64(1));
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public Task<IReadOnlyList<RelayedEvent>> ReadNext(int limit, CancellationToken cancellationToken) =>
        ShardReader.Read(_connection, _shard, Checkpoint, limit, cancellationToken);

    public async Task MoveTo(long position, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into cases.relay_checkpoint (shard, position) values ($1,$2) on conflict (shard) do update set position = excluded.position", _connection)
        {
            Parameters = { new NpgsqlParameter<short> { TypedValue = _shard }, new NpgsqlParameter<long> { TypedValue = position } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        Checkpoint = position;
    }

    public async ValueTask DisposeAsync()
    {
        // The pool resets a session only when it is next used: until then the lock would stay.
        try
        {
            await using var unlock = new NpgsqlCommand("select pg_advisory_unlock_all()", _connection);
            await unlock.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException) when (_connection.State != System.Data.ConnectionState.Open)
        {
            // On a broken connection the lock is gone already.
        }
        await _connection.DisposeAsync();
    }
}
