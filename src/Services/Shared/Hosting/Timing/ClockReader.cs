using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hotline.Hosting.Timing;

/// <summary>Reads the database's clock before anything else of the process starts, then now and again.</summary>
internal sealed class ClockReader(SharedClock clock, NpgsqlDataSource database, ILogger<ClockReader> log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private ClockReading _last = ClockReading.Agrees;

    public async Task StartingAsync(CancellationToken cancellationToken) => await Read(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Read(stoppingToken);
    }

    private async Task Read(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
            var asked = clock.GetTimestamp();
            var told = (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
            Tell(clock.Read(new DateTimeOffset(told, TimeSpan.Zero), asked));
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // Away: the clock goes on as counted.
            ClockLog.Unread(log, fault.Message);
        }
    }

    private void Tell(ClockReading reading)
    {
        if (reading == ClockReading.First)
            ClockLog.First(log, (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).TotalSeconds);
        else if (reading == ClockReading.StoodStill)
            ClockLog.StoodStill(log);
        else if (reading == ClockReading.DatabaseJumped && _last != reading)
            ClockLog.DatabaseJumped(log);
        _last = reading;
    }
}

internal static partial class ClockLog
{
    [LoggerMessage(133, LogLevel.Information, "Time goes by the database's clock, {Seconds:F1} s from this machine's own")]
    public static partial void First(ILogger log, double seconds);

    [LoggerMessage(130, LogLevel.Warning, "This machine was away for a while; its time goes by the database again")]
    public static partial void StoodStill(ILogger log);

    [LoggerMessage(131, LogLevel.Error, "The clock of the database was set; deadlines go on as if it was not. Set it right, or restart every service to follow it")]
    public static partial void DatabaseJumped(ILogger log);

    [LoggerMessage(132, LogLevel.Debug, "The clock of the database could not be read ({Reason}); it is carried on")]
    public static partial void Unread(ILogger log, string reason);
}
