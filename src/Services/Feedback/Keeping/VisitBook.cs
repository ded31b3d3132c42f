using Hotline.Cities;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Feedback.Visits;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Feedback.Keeping;

/// <summary>Keeps visits, credit entries and redo orders. One round trip an event; a repetition changes nothing.</summary>
internal sealed class VisitBook(NpgsqlDataSource database, City city)
{
    private const string KeepTask = """
        insert into feedback.visit (case_id, number, version, open, kind, urgency, unit, title, sealed, opened_at, due_at, attempts, last_attempt_at,
          call_after, redos, closed_at, outcome, unreasonable)
        values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,coalesce($12,0),$13,$14,$15,$16,$17,$18)
        on conflict (case_id) do update set
          version = excluded.version, open = excluded.open, kind = excluded.kind, urgency = excluded.urgency, unit = excluded.unit, title = excluded.title,
          sealed = excluded.sealed, opened_at = excluded.opened_at, due_at = excluded.due_at, attempts = coalesce($12, visit.attempts),
          last_attempt_at = case when $12 is null then visit.last_attempt_at else excluded.last_attempt_at end,
          call_after = case when $12 is null then visit.call_after else excluded.call_after end,
          redos = excluded.redos, closed_at = excluded.closed_at, outcome = excluded.outcome,
          unreasonable = excluded.unreasonable
        where visit.version < excluded.version
        """;

    private const string KeepEntry = """
        insert into feedback.credit_entry (case_id, version, number, unit, at, cause, satisfaction, satisfied, solved, unit_at_fault, reason)
        values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,case when not exists (select from feedback.forgotten where case_id = $1) then $11 end) on conflict do nothing
        """;

    private const string KeepRedo = """
        insert into feedback.redo (case_id, version, number, unit, ordered_at, reason)
        values ($1,$2,$3,$4,$5,case when not exists (select from feedback.forgotten where case_id = $1) then $6 end) on conflict do nothing
        """;

    // What comes late must not bring words back, whoever of the two consumers hears of the erasure first.
    private static readonly string[] Forget =
    [
        "insert into feedback.forgotten values ($1) on conflict do nothing",
        "update feedback.credit_entry set reason = null where case_id = $1",
        "update feedback.redo set reason = null where case_id = $1",
    ];

    public async Task Keep(VisitNews news, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Keep(news.Task));
        if (news.Entry is { } entry)
            batch.BatchCommands.Add(Keep(news.Task, entry));
        if (news.Redo is { } redo)
            batch.BatchCommands.Add(Keep(news.Task, redo));
        foreach (var sql in news.Erased ? Forget : [])
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { Parameter.Id(news.Task.Case.CaseId.Value) } });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlBatchCommand Keep(VisitTask task)
    {
        var one = task.Case;
        return new(KeepTask)
        {
            Parameters =
            {
                Parameter.Id(one.CaseId.Value),
                Parameter.Text(one.Number),
                Parameter.Whole(one.Version),
                Parameter.Flag(task.Open),
                Parameter.Word<CaseKind>(one.Kind),
                Parameter.Word<Urgency>(one.Urgency),
                Parameter.Text(one.Lead?.ToString()),
                Parameter.Text(one.Sealed ? null : one.Title),
                Parameter.Flag(one.Sealed),
                Parameter.At(task.OpenedAt),
                Parameter.At(city.Clocks.DueAt(ClockName.Visit, one.Urgency, one.Type, one.Category, task.OpenedAt)),
                Parameter.Whole(task.Attempts),
                Parameter.At(task.LastAttemptAt),
                Parameter.At(task.LastAttemptAt?.AddHours(city.Visits.HoursBetweenAttempts)),
                Parameter.Whole(one.Redos),
                Parameter.At(task.Open ? null : one.ClosedAt ?? task.At),
                Parameter.Word(one.Outcome),
                Parameter.Flag(one.Unreasonable),
            },
        };
    }

    private static NpgsqlBatchCommand Keep(VisitTask task, CreditEntry entry) => new(KeepEntry)
    {
        Parameters =
        {
            Parameter.Id(task.Case.CaseId.Value),
            Parameter.Whole(task.Case.Version),
            Parameter.Text(task.Case.Number),
            Parameter.Text(entry.Unit.ToString()),
            Parameter.At(task.At),
            Parameter.Word<CreditCause>(entry.Cause),
            Parameter.Word(entry.Satisfaction),
            Parameter.Flag(entry.Satisfied),
            Parameter.Flag(entry.Solved),
            Parameter.Flag(entry.UnitAtFault),
            Parameter.Text(task.Case.Sealed ? null : entry.Reason),
        },
    };

    private static NpgsqlBatchCommand Keep(VisitTask task, RedoOrder redo) => new(KeepRedo)
    {
        Parameters =
        {
            Parameter.Id(task.Case.CaseId.Value),
            Parameter.Whole(task.Case.Version),
            Parameter.Text(task.Case.Number),
            Parameter.Text(redo.Unit?.ToString()),
            Parameter.At(task.At),
            Parameter.Text(task.Case.Sealed ? null : redo.Reason),
        },
    };
}
