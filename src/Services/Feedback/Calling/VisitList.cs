using Hotline.Contracts.Cases;
using Hotline.Feedback.Paging;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Feedback.Calling;

/// <summary>Reads visits and redo orders page by page.</summary>
internal sealed class VisitList(NpgsqlDataSource database, TimeProvider time)
{
    private const string Columns = """
        select case_id, number, kind, urgency, sealed, title, unit, opened_at, due_at, attempts, call_after, redos, closed_at, outcome, open
        from feedback.visit
        """;

    private const string Open = Columns + " where open and (due_at, case_id) > ($1, $2) order by due_at, case_id limit $3";

    private const string Done = Columns + " where not open and (closed_at, case_id) < ($1, $2) order by closed_at desc, case_id desc limit $3";

    private const string Redos = """
        select redo.case_id, redo.number, redo.unit, redo.ordered_at, redo.reason,
          case when visit.opened_at > redo.ordered_at then visit.opened_at end
        from feedback.redo left join feedback.visit using (case_id)
        where (redo.ordered_at, redo.case_id) < ($1, $2) order by redo.ordered_at desc, redo.case_id desc limit $3
        """;

    /// <summary>Citizens who wait to be called, the most overdue first.</summary>
    public Task<Page<VisitView>> OpenAfter(Cursor cursor, int limit, CancellationToken cancellationToken) =>
        Read(Open, cursor, limit, Visit, visit => visit.DueAt, cancellationToken);

    /// <summary>Visits that are done, the newest first.</summary>
    public Task<Page<VisitView>> DoneBefore(Cursor cursor, int limit, CancellationToken cancellationToken) =>
        Read(Done, cursor, limit, Visit, visit => visit.ClosedAt!.Value, cancellationToken);

    /// <summary>Redo orders, the newest first.</summary>
    public Task<Page<RedoView>> RedosBefore(Cursor cursor, int limit, CancellationToken cancellationToken) =>
        Read(Redos, cursor, limit, Redo, redo => redo.OrderedAt, cancellationToken);

    private async Task<Page<T>> Read<T>(
        string sql, Cursor cursor, int limit, Func<NpgsqlDataReader, T> view, Func<T, DateTimeOffset> orderedBy, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(Parameter.At(cursor.At));
        command.Parameters.Add(Parameter.Id(cursor.CaseId));
        command.Parameters.Add(Parameter.Whole(limit + 1));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<T>();
        var last = cursor;
        while (items.Count < limit && await reader.ReadAsync(cancellationToken))
        {
            items.Add(view(reader));
            last = new(orderedBy(items[^1]), reader.GetGuid(0));
        }

        // One more row was asked for than is shown: it says whether there is a next page.
        return new(items, await reader.ReadAsync(cancellationToken) ? last.ToString() : null);
    }

    private VisitView Visit(NpgsqlDataReader row)
    {
        var (number, open, dueAt) = (row.GetString(1), row.GetBoolean(14), row.At(8));
        var at = "/api/v1/cases/" + number;
        return new(
            number, row.Word<CaseKind>(2), row.Word<Urgency>(3), row.GetBoolean(4), row.Text(5), row.Text(6), row.At(7), dueAt,
            open && dueAt <= time.GetUtcNow(), row.GetInt32(9), row.AtOrNull(10), row.GetInt32(11), row.AtOrNull(12), row.WordOrNull<CloseOutcome>(13),
            new(at, open ? at + "/visit" : null));
    }

    private static RedoView Redo(NpgsqlDataReader row) => new(row.GetString(1), row.Text(2), row.At(3), row.Text(4), row.AtOrNull(5));
}
