using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Escalation.Measuring;

/// <summary>Counts the deadlines for the gauges, from the table: right after a restart too, and whoever scans.</summary>
internal sealed class DeadlineCensus(NpgsqlDataSource database, TimeProvider time, ILogger<DeadlineCensus> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private const string Count = """
        select clock, count(*), count(*) filter (where due_at <= $1 and clock <> 'return')
        from escalation.deadline where stopped_at is null group by clock
        """;

    private const string Oldest = "select min(next_at) from escalation.deadline where next_at is not null";

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
        var now = time.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Count) { Parameters = { Parameter.At(now) } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Oldest));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var counts = new List<ClockCount>();
        while (await reader.ReadAsync(cancellationToken))
            counts.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var waiting = now - (reader.AtOrNull(0) ?? now);
        DeadlineMeter.Show(counts, waiting > TimeSpan.Zero ? waiting : TimeSpan.Zero);
    }
}

internal static partial class CensusLog
{
    [LoggerMessage(610, LogLevel.Warning, "The deadlines could not be counted; the gauges show the last count")]
    public static partial void Missed(ILogger log, Exception fault);
}
