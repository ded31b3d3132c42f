using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Tables;
using Npgsql;

namespace Hotline.Escalation.Keeping;

/// <summary>A mark with the case it belongs to, as of the event that left it.</summary>
internal sealed record ClockNews(CaseSummary Case, ClockMark Mark);

/// <summary>Keeps the marks of every case and the deadlines that follow from them. Two round trips, however many events.</summary>
internal sealed class ClockBook(NpgsqlDataSource database, City city)
{
    private readonly DeadlineWriting _deadlines = new(city);

    /// <summary>Adds marks and brings the deadlines of their cases in line with them. A mark that is known already changes nothing.</summary>
    public async Task Keep(IReadOnlyList<ClockNews> news, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (added, known) = await AddMarks(connection, transaction, news, cancellationToken);
        if (added.Count == 0)
            return;

        var changes = ChangesOf(added, known);
        if (changes.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { _deadlines.Command(changes) } };
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // The files are locked before the marks are read: changes to one case take turns, so a stop and the start it belongs to cannot miss each other
    // in two transactions.
    private static async Task<(HashSet<(Guid CaseId, int Version)> Added, ILookup<Guid, ClockMark> Known)> AddMarks(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<ClockNews> news, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { FileWriting.Command(news), MarkRow.InsertOf(news), MarkRow.SelectOf([.. news.Select(one => one.Case.CaseId.Value).Distinct()]) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var added = new HashSet<(Guid, int)>();
        while (await reader.ReadAsync(cancellationToken))
            added.Add((reader.GetGuid(0), reader.GetInt32(1)));
        await reader.NextResultAsync(cancellationToken);
        return (added, await MarkRow.ReadAll(reader, cancellationToken));
    }

    private static List<(Guid CaseId, ClockRun Run)> ChangesOf(HashSet<(Guid CaseId, int Version)> added, ILookup<Guid, ClockMark> known) =>
        [.. known.SelectMany(marks =>
        {
            ClockMark[] all = [.. marks];
            return CaseClocks.Changes(all, [.. all.Where(mark => added.Contains((marks.Key, mark.Version)))]).Select(run => (marks.Key, run));
        })];
}
