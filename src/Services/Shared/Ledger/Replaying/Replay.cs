using Hotline.Ledger.Appending;
using Hotline.Ledger.Relaying;
using Npgsql;

namespace Hotline.Ledger.Replaying;

/// <summary>Sends the whole ledger to one queue again, so that its consumer can rebuild what it keeps.</summary>
public sealed class Replay(NpgsqlDataSource database, IEventPublisher publisher)
{
    private const int BatchSize = 1000;

    /// <summary>Sends every entry up to now, in order per case.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<long> Run(string queue, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        long sent = 0;
        for (short shard = 0; shard < Shard.Count; shard++)
        {
            var after = LedgerPlace.Start;
            while (true)
            {
                var events = await ShardReader.Read(connection, new Dictionary<short, LedgerPlace> { [shard] = after }, BatchSize, cancellationToken);
                if (events.Count == 0)
                    break;
                await publisher.Send(queue, events, cancellationToken).WaitAsync(cancellationToken);
                after = events[^1].Place;
                sent += events.Count;
            }
        }
        return sent;
    }
}
