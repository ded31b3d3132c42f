using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Feedback.Measuring;

/// <summary>Counts the open visits for the gauges.</summary>
internal sealed class VisitCensus(NpgsqlDataSource database, TimeProvider time, ILogger<VisitCensus> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await Take(stoppingToken);
            }
            catch (NpgsqlException fault)
            {
                CensusLog.Missed(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task Take(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(*), count(*) filter (where due_at <= $1) from feedback.visit where open");
        command.Parameters.Add(Parameter.At(time.GetUtcNow()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        VisitMeter.Show(reader.GetInt64(0), reader.GetInt64(1));
    }
}

internal static partial class CensusLog
{
    [LoggerMessage(710, LogLevel.Warning, "The open visits could not be counted; the gauges show the last count")]
    public static partial void Missed(ILogger log, Exception fault);
}
