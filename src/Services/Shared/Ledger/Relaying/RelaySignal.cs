using Hotline.Ledger.Appending;

namespace Hotline.Ledger.Relaying;

/// <summary>Wakes a shard of the relay in this process when something was appended to it. A lost signal costs one poll, nothing more.</summary>
public sealed class RelaySignal : IDisposable
{
    private readonly SemaphoreSlim[] _shards = [.. Enumerable.Range(0, Shard.Count).Select(_ => new SemaphoreSlim(0, 1))];

    /// <summary>Something new is in the shard.</summary>
    public void Raise(short shard)
    {
        var semaphore = _shards[shard];
        if (semaphore.CurrentCount > 0)
            return;
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another append raised it in between: the shard is awake, which is all that is asked.
        }
    }

    /// <summary>Returns when the shard was raised or the time is up.</summary>
    public Task Wait(short shard, TimeSpan atMost, CancellationToken cancellationToken) => _shards[shard].WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(_shards, semaphore => semaphore.Dispose());
}
