namespace Hotline.Load.Faults.Proxying;

/// <summary>The disturbance that holds now, for all connections of a link.</summary>
internal sealed class Weather
{
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Disturbance _now;

    public Disturbance Now => _now;

    /// <summary>Completes at the next change.</summary>
    public Task Changed => _changed.Task;

    public void Change(Disturbance disturbance)
    {
        // The state first: who then still holds the old signal is woken by it.
        _now = disturbance;
        var before = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.TrySetResult();
    }
}
