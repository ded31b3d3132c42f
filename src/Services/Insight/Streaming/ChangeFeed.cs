using Hotline.Contracts.Units;
using Hotline.Insight.Listing;
using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Errors;
using Npgsql;

namespace Hotline.Insight.Streaming;

/// <summary>
/// Hears from PostgreSQL which rows changed, whichever process changed them, and shows it to those who watch: at most once a second, with one
/// read for all of them. The projection does not know of it.
/// </summary>
internal sealed partial class ChangeFeed(ReadDatabase reads, Watchers watchers, TimeProvider clock, ILogger<ChangeFeed> log) : BackgroundService
{
    /// <summary>The longest time between two glimpses, changes or not: it keeps streams alive and finds a connection that died.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AtMostOnceIn = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested && PassingFaults.Passes(fault))
            {
                Interrupted(log, fault.Message);
                await Task.Delay(AtMostOnceIn, clock, stoppingToken);
            }
        }
    }

    private async Task Follow(CancellationToken cancellationToken)
    {
        await using var connection = await reads.Source.OpenConnectionAsync(cancellationToken);
        var notices = new ChangeNotices();
        connection.Notification += (_, told) => notices.Add(told.Payload);
        await Execute(connection, "listen insight_changes", cancellationToken);
        // What was told before, nobody heard.
        notices.Lose();
        while (true)
        {
            var shown = clock.GetTimestamp();
            await Show(notices.Take(), cancellationToken);
            if (!notices.Any)
                await connection.WaitAsync(Beat, cancellationToken);
            if (AtMostOnceIn - clock.GetElapsedTime(shown) is { Ticks: > 0 } early)
                await Task.Delay(early, clock, cancellationToken);
            // Brings in what was told meanwhile, and fails when the connection is gone.
            await Execute(connection, "select 1", cancellationToken);
        }
    }

    private async Task Show(IReadOnlyDictionary<Guid, HashSet<UnitRef>>? changed, CancellationToken cancellationToken)
    {
        var present = watchers.Present;
        if (present.Count == 0)
            return;
        var changes = changed is null ? null : await Read(changed, cancellationToken);
        var counts = await DeskCounts.Read(reads.Source, [.. present.Select(watcher => (watcher.Caller, watcher.Scope))], cancellationToken);
        var glimpse = new Glimpse(changes, counts);
        foreach (var watcher in present)
            watcher.Show(glimpse);
    }

    private async Task<List<Change>> Read(IReadOnlyDictionary<Guid, HashSet<UnitRef>> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
            return [];
        var query = new RowQuery("insight.case_row r").Where("r.case_id = any(@ids)", ("ids", changed.Keys.ToArray()));
        var (rows, _) = await query.Read(reads.Source, "r.changed_at, r.case_id", changed.Count, cancellationToken);
        return [.. rows.Select(row => new Change(row, changed[row.CaseId]))];
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(720, LogLevel.Warning, "Changes of the read model are not heard for a moment: {Reason}")]
    private static partial void Interrupted(ILogger log, string reason);
}
