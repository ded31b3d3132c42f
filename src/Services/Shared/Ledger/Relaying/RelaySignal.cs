namespace Hotline.Ledger.Relaying;

/// <summary>Wakes the relay in this process when something was appended. A lost signal costs one poll, nothing more.</summary>
public sealed class RelaySignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    /// <summary>Something new is in the ledger.</summary>
    public void Raise()
    {
        if (_raised.CurrentCount > 0)
            return;
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another append raised it in between: the relay is awake, which is all that is asked.
        }
    }

    /// <summary>Returns when it was raised or the time is up.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken cancellationToken) => _raised.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _raised.Dispose();
}
