namespace Hotline.AppHost.Processes.Supervising;

/// <summary>Asks a process whether it serves: often while it does not, seldom while it does.</summary>
internal sealed class HealthWatch(Unit unit, TimeProvider time)
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _unhealthy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _healthy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private volatile bool _isHealthy;

    public bool IsHealthy => _isHealthy;

    /// <summary>Watches one life of the process.</summary>
    /// <param name="serving">Called once, when it serves for the first time.</param>
    /// <param name="note">Told when health changes later on.</param>
    /// <param name="alive">Cancelled when the process is gone.</param>
    public async Task WatchAsync(Action serving, Action<string> note, CancellationToken alive)
    {
        try
        {
            await UntilServingAsync(alive);
            _isHealthy = true;
            serving();
            while (true)
            {
                await Task.Delay(_isHealthy ? _healthy : _unhealthy, time, alive);
                var healthy = await AskAsync(alive);
                if (healthy != _isHealthy)
                {
                    note(healthy ? "is healthy again" : "is not healthy");
                }

                _isHealthy = healthy;
            }
        }
        finally
        {
            _isHealthy = false;
        }
    }

    private async Task UntilServingAsync(CancellationToken alive)
    {
        var pause = _first;
        while (!await AskAsync(alive, unit.Complete))
        {
            await Task.Delay(pause, time, alive);
            pause = pause * 1.2 < _unhealthy ? pause * 1.2 : _unhealthy;
        }
    }

    private async Task<bool> AskAsync(CancellationToken alive, Func<CancellationToken, Task>? complete = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(alive);
        limit.CancelAfter(_patience);
        try
        {
            if (!await unit.IsReady(limit.Token))
            {
                return false;
            }

            await (complete?.Invoke(alive) ?? Task.CompletedTask);
            return true;
        }
        catch (OperationCanceledException) when (!alive.IsCancellationRequested)
        {
            return false;
        }
        // A server may accept one question and refuse the next while it starts.
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
