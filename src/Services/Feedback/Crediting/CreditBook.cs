using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Feedback.Paging;
using Hotline.Feedback.Visits;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Feedback.Crediting;

/// <summary>Reads the book of a unit: its figures, and the entries they are made of.</summary>
internal sealed class CreditBook(NpgsqlDataSource database)
{
    // How a case ended may be known only after the visit, so it is looked up and not written into the entry.
    private const string Counted = "(visit.unreasonable is not true and (visit.outcome is null or visit.outcome not in ('withdrawn', 'outOfPower', 'declined', 'merged')))";

    private const string SelectFigure = $"""
        select count(satisfied), count(*) filter (where satisfied), count(solved), count(*) filter (where solved),
          count(*) filter (where cause = 'citizenDissatisfied'), (select count(*) from feedback.redo left join feedback.visit using (case_id) where redo.unit = $1 and {Counted})
        from feedback.credit_entry entry left join feedback.visit using (case_id)
        where entry.unit = $1 and {Counted}
        """;

    private const string SelectEntries = $"""
        select entry.case_id, entry.number, at, cause, satisfaction, solved, unit_at_fault, reason, {Counted}
        from feedback.credit_entry entry left join feedback.visit using (case_id)
        where entry.unit = $1 and (at, entry.case_id) < ($2, $3) order by at desc, entry.case_id desc limit $4
        """;

    public async Task<(CreditFigure Figure, Page<CreditEntryView> Entries)> Read(
        UnitRef unit, Cursor cursor, int limit, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SelectFigure) { Parameters = { Parameter.Text(unit.ToString()) } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SelectEntries)
        {
            Parameters = { Parameter.Text(unit.ToString()), Parameter.At(cursor.At), Parameter.Id(cursor.CaseId), Parameter.Whole(limit + 1) },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var figure = Figure(reader);
        await reader.NextResultAsync(cancellationToken);
        return (figure, await Entries(reader, cursor, limit, cancellationToken));
    }

    private static async Task<Page<CreditEntryView>> Entries(NpgsqlDataReader reader, Cursor last, int limit, CancellationToken cancellationToken)
    {
        var entries = new List<CreditEntryView>();
        while (entries.Count < limit && await reader.ReadAsync(cancellationToken))
        {
            entries.Add(Entry(reader));
            last = new(entries[^1].At, reader.GetGuid(0));
        }

        return new(entries, await reader.ReadAsync(cancellationToken) ? last.ToString() : null);
    }

    private static CreditFigure Figure(NpgsqlDataReader row)
    {
        var (answered, satisfied, solvedAnswered, solved) = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
        return new(answered, satisfied, Rate(satisfied, answered), solvedAnswered, solved, Rate(solved, solvedAnswered), row.GetInt64(4), row.GetInt64(5));
    }

    private static double? Rate(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static CreditEntryView Entry(NpgsqlDataReader row) => new(
        row.GetString(1), row.At(2), row.Word<CreditCause>(3), row.WordOrNull<Satisfaction>(4), row.Flag(5), row.GetBoolean(6), row.Text(7), row.GetBoolean(8));
}
