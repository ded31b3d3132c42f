namespace Hotline.TestKit;

/// <summary>Waits for a fact: asks for it until it holds, the process is gone, or the deadline has passed.</summary>
internal static class Ready
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    public static async Task WaitAsync(
        string what, Func<CancellationToken, Task<bool>> isReady, Task<int> exited, ServerLog log, TimeSpan deadline)
    {
        using var timeout = new CancellationTokenSource(deadline);
        while (!await AskAsync(isReady, timeout.Token))
        {
            if (exited.IsCompleted || timeout.IsCancellationRequested)
            {
                var why = exited.IsCompleted ? $"ended with {await exited}" : $"was not ready within {deadline}";
                throw new InvalidOperationException($"{what} {why}:\n{log}");
            }

            await Task.Delay(_pause);
        }
    }

    private static async Task<bool> AskAsync(Func<CancellationToken, Task<bool>> isReady, CancellationToken cancellation)
    {
        try
        {
            return await isReady(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
