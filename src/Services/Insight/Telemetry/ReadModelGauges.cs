using System.Diagnostics.Metrics;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Telemetry;

/// <summary>Samples how many rows the read model has and how many of them lack an event.</summary>
internal sealed partial class ReadModelGauges(ReadDatabase reads, IMeterFactory meters, TimeProvider clock, ILogger<ReadModelGauges> log) : BackgroundService
{
    private const string Sample = """
        select coalesce((select sum(cases) from insight.figure where unit = ''), 0)::bigint,
               (select count(*) from insight.case_row where seen <> int4multirange(int4range(1, version + 1)) and changed_at < now() - interval '1 minute')
        """;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create("Hotline.Insight");
        var rows = meter.CreateGauge<long>("hotline.insight.rows", "{row}", "Cases in the read model.");
        var incomplete = meter.CreateGauge<long>(
            "hotline.insight.rows.incomplete", "{row}", "Cases unchanged for a minute of which an event is missing: lost, or still on its way.");
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var command = reads.Source.CreateCommand(Sample);
                await using var reader = await command.ExecuteReaderAsync(stoppingToken);
                await reader.ReadAsync(stoppingToken);
                rows.Record(reader.GetInt64(0));
                incomplete.Record(reader.GetInt64(1));
            }
            catch (NpgsqlException fault)
            {
                Missed(log, fault.Message); // The next sample may succeed; the gauge keeps its last value.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(710, LogLevel.Warning, "The read model could not be sampled: {Reason}")]
    private static partial void Missed(ILogger log, string reason);
}
