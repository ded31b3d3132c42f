using System.Diagnostics;
using Hotline.Contracts.Cases;
using Hotline.Insight.Telemetry;
using Npgsql;

namespace Hotline.Insight.Projecting;

/// <summary>Brings the read model up to a batch of events: one round trip, one transaction.</summary>
internal sealed class Projection(NpgsqlDataSource database, CaseRowTable rows, ToScreenTable screening, SlowerLane lane, InsightMetrics metrics, TimeProvider clock)
{
    /// <summary>Joins the events into the read model. They may come in any order, and again.</summary>
    public async Task Apply(IReadOnlyList<ICaseEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
            return;
        var started = Stopwatch.GetTimestamp();
        var changes = events.GroupBy(happened => happened.CaseId).Select(CaseChange.Of).ToList();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rebuilding = await Rebuilding(connection, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in Commands(changes, rebuilding))
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Applied(events, changes.Count, clock.GetUtcNow(), Stopwatch.GetElapsedTime(started));
    }

    private IEnumerable<NpgsqlBatchCommand> Commands(List<CaseChange> changes, bool rebuilding)
    {
        yield return rows.Write(changes);
        if (screening.Write(changes) is { } news)
            yield return news;
        if (CaseTextTable.Write(changes) is { } texts)
            yield return texts;
        if (CaseTextTable.Erase(changes) is { } erased)
            yield return erased;
        foreach (var judged in StandingTable.Write(changes))
            yield return judged;
        if (rebuilding)
        {
            yield return rows.WriteNext(changes);
            yield return rows.ChangeOver(changes);
        }
        if (lane.Write(changes) is { } moved)
            yield return moved;
    }

    // A rebuild that starts right after this was asked replays these events too, for the ledger already has them.
    private static async Task<bool> Rebuilding(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from insight.rebuild where finished_at is null)", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
