namespace Hotline.Escalation.Recounting;

/// <summary>Counts anew before anything is scanned: nobody is urged by the calendar of yesterday.</summary>
internal sealed class RecountAtStart(Recount recount, TimeProvider time, ILogger<RecountAtStart> log) : IHostedService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await recount.Run(cancellationToken) is var moved and > 0)
                    RecountLog.Moved(log, moved);
                return;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The database is not there yet.
                RecountLog.Interrupted(log, fault);
                await Task.Delay(_pause, time, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static partial class RecountLog
{
    [LoggerMessage(430, LogLevel.Information, "{Deadlines} deadlines moved: the calendar has changed")]
    public static partial void Moved(ILogger log, int deadlines);

    [LoggerMessage(431, LogLevel.Warning, "Deadlines could not be counted anew; again in a moment")]
    public static partial void Interrupted(ILogger log, Exception fault);
}
