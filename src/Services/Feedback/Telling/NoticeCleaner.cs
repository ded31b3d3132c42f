using Hotline.Cities;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Feedback.Telling;

/// <summary>Takes notices out of the outbox that every channel has long fetched: what was told stands in the case, and is not kept twice.</summary>
internal sealed class NoticeCleaner(NpgsqlDataSource database, City city, TimeProvider time, ILogger<NoticeCleaner> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await Clean(stoppingToken);
            }
            catch (NpgsqlException fault)
            {
                NoticeLog.NotCleaned(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task Clean(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from feedback.notice where at < $1");
        command.Parameters.Add(Parameter.At(time.GetUtcNow().AddDays(-city.Visits.KeepNoticesDays)));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

internal static partial class NoticeLog
{
    [LoggerMessage(711, LogLevel.Warning, "Old notices could not be taken out of the outbox; again in an hour")]
    public static partial void NotCleaned(ILogger log, Exception fault);
}
