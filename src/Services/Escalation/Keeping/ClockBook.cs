using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Scanning;
using Hotline.Escalation.Tables;
using Npgsql;

namespace Hotline.Escalation.Keeping;

/// <summary>Keeps the marks of every case and the deadlines that follow from them.</summary>
internal sealed class ClockBook(NpgsqlDataSource database, City city)
{
    // "On conflict do update" locks the row even when its condition keeps it unchanged: changes to one case take turns,
    // so a stop and the start it belongs to cannot miss each other in two transactions.
    private const string LockFile = """
        insert into escalation.case_file (case_id, number, version, lead, assisting) values ($1,$2,$3,$4,$5)
        on conflict (case_id) do update set version = excluded.version, lead = excluded.lead, assisting = excluded.assisting
        where case_file.version < excluded.version
        """;

    private const string KeepRun = """
        insert into escalation.deadline (case_id, clock, started_version, round, unit, started_at, limit_amount, limit_unit, exception,
          warn_at, due_at, next_at, stopped_at, stopped_version, stopped_by)
        values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)
        on conflict (case_id, clock, started_version) do update set round = excluded.round, stopped_at = excluded.stopped_at,
          stopped_version = excluded.stopped_version, stopped_by = excluded.stopped_by,
          next_at = case when excluded.stopped_at is null then deadline.next_at end
        """;

    /// <summary>Adds a mark and brings the deadlines of its case in line with it. A mark that is known already changes nothing.</summary>
    public async Task Keep(CaseSummary file, ClockMark mark, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (isNew, marks) = await AddMark(connection, transaction, file, mark, cancellationToken);
        if (!isNew)
            return;

        var changes = CaseClocks.Changes(marks, mark);
        if (changes.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var run in changes)
                batch.BatchCommands.Add(Keep(file.CaseId, run));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<(bool IsNew, List<ClockMark> Marks)> AddMark(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CaseSummary file, ClockMark mark, CancellationToken cancellationToken)
    {
        var insert = MarkRow.InsertOf(file.CaseId, mark);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Lock(file), insert, MarkRow.SelectOf(file.CaseId.Value) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var marks = await MarkRow.ReadAll(reader, cancellationToken);
        return (insert.RecordsAffected == 1, marks);
    }

    private static NpgsqlBatchCommand Lock(CaseSummary file) => new(LockFile)
    {
        Parameters =
        {
            Parameter.Id(file.CaseId.Value),
            Parameter.Text(file.Number),
            Parameter.Whole(file.Version),
            Parameter.Text(file.Lead?.ToString()),
            Parameter.Texts(file.Assisting.Select(unit => unit.ToString())),
        },
    };

    private NpgsqlBatchCommand Keep(CaseId caseId, ClockRun run)
    {
        var figures = Figures.Of(run, city.Clocks);
        return new(KeepRun)
        {
            Parameters =
            {
                Parameter.Id(caseId.Value),
                Parameter.Text(run.Clock.Word()),
                Parameter.Whole(run.Start.Version),
                Parameter.Whole(run.Round),
                Parameter.Text(run.Start.Unit?.ToString()),
                Parameter.At(run.Start.Since),
                Parameter.Whole(figures.Limit.Amount),
                Parameter.Word(figures.Limit.Unit),
                Parameter.Text(figures.Exception),
                Parameter.At(figures.WarnAt),
                Parameter.At(figures.DueAt),
                Parameter.At(run.Stop is null && Steps.Climbs(run.Clock) ? figures.WarnAt : null),
                Parameter.At(run.Stop?.At),
                Parameter.Whole(run.Stop?.Version),
                Parameter.Text(run.Stop?.Event),
            },
        };
    }
}
