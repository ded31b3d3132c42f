using Hotline.Cities;
using Hotline.Cities.Calendars;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Tables;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Escalation.Recounting;

/// <summary>
/// Counts the deadlines that run anew by the calendar of today. A holiday or a make-up day that is announced late moves them; the limit a clock was started
/// with stays. Case by case under the lock of its file, so that it may be broken off and begun again at any time.
/// </summary>
internal sealed class Recount(NpgsqlDataSource database, City city, TimeProvider time)
{
    private const int PerPage = 500;

    private const string NextCases = """
        select distinct case_id from escalation.deadline where stopped_at is null and case_id > $1 order by case_id limit $2
        """;

    private const string Lock = "select case_id from escalation.case_file where case_id = any($1) order by case_id for update";

    private const string Running = """
        select case_id, clock, started_version, unit, limit_amount, limit_unit from escalation.deadline where case_id = any($1) and stopped_at is null
        """;

    private static readonly Column<Counted>[] _columns =
    [
        Column<Counted>.Of("case_id", one => one.CaseId),
        Column<Counted>.Of("clock", one => one.Run.Clock.Word()),
        Column<Counted>.Of("started_version", one => one.Run.Start.Version),
        Column<Counted>.Of("unit", one => UnitColumn.NameOf(one.Run.Unit)),
        Column<Counted>.Of("warn_at", one => one.Times.WarnAt.UtcDateTime),
        Column<Counted>.Of("due_at", one => one.Times.DueAt.UtcDateTime),
    ];

    // The row is taken from whoever has claimed it: what the scanner was about to do was meant for the times before. It looks again at the new ones, and
    // tells the case of them where it has told it of the old ones. What was missed and is due later now was not missed.
    private static readonly string _move = $"""
        with counted as ({_columns.Select()}),
        before as (
          select d.case_id, d.clock, d.started_version, d.unit, d.due_at as due_before, c.warn_at, c.due_at
          from counted c join escalation.deadline d using (case_id, clock, started_version, unit)
          where d.stopped_at is null and (d.warn_at, d.due_at) <> (c.warn_at, c.due_at)),
        moved as (
          update escalation.deadline d set warn_at = b.warn_at, due_at = b.due_at, claims = d.claims + 1,
            stage = case when d.stage > 1 and b.due_at > @now then 1 else d.stage end,
            moved_at = case when d.stage > 0 then @now end,
            next_at = case
              when d.paused_at is not null or d.next_at is null and (d.stage < 2 or d.refused is not null or b.due_at <= @now) then null
              when d.stage = 0 then b.warn_at
              else @now
            end
          from before b where (d.case_id, d.clock, d.started_version, d.unit) = (b.case_id, b.clock, b.started_version, b.unit))
        insert into escalation.recount (case_id, clock, started_version, unit, at, due_before, due_after)
        select case_id, clock, started_version, unit, @now, due_before, due_at from before where due_before <> due_at
        """;

    /// <summary>Counts all of them.</summary>
    /// <returns>How many have moved.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var (moved, last) = (0, Guid.Empty);
        while (await Page(last, cancellationToken) is { Length: > 0 } cases)
        {
            moved += await Count(cases, cancellationToken);
            last = cases[^1];
        }
        return moved;
    }

    private async Task<Guid[]> Page(Guid after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(NextCases);
        command.Parameters.Add(Parameter.Id(after));
        command.Parameters.Add(Parameter.Whole(PerPage));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cases = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            cases.Add(reader.GetGuid(0));
        return [.. cases];
    }

    private async Task<int> Count(Guid[] cases, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var counted = await Read(connection, transaction, cases, cancellationToken);
        await using var move = new NpgsqlCommand(_move, connection, transaction);
        move.Parameters.AddValues(_columns, counted);
        move.Parameters.Add(new NpgsqlParameter<DateTime>("now", time.GetUtcNow().UtcDateTime));
        var moved = await move.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return moved;
    }

    private async Task<List<Counted>> Read(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid[] cases, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Of(Lock), MarkRow.SelectOf(cases), Of(Running) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var marks = await MarkRow.ReadAll(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var limits = new Dictionary<(Guid, string, int, string), WorkingDuration>();
        while (await reader.ReadAsync(cancellationToken))
            limits[(reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3))] = WorkingDuration.Of(reader.GetInt32(4), reader.Word<DurationUnit>(5));
        var counted = new List<Counted>();
        foreach (var ofCase in marks)
        {
            foreach (var run in CaseClocks.Runs(ofCase))
            {
                if (limits.TryGetValue((ofCase.Key, run.Clock.Word(), run.Start.Version, UnitColumn.NameOf(run.Unit)), out var limit))
                    counted.Add(new(ofCase.Key, run, city.Clocks.Times(limit, run.Start.Since, run.Turns)));
            }
        }
        return counted;

        NpgsqlBatchCommand Of(string sql) => new(sql) { Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = cases } } };
    }

    private sealed record Counted(Guid CaseId, ClockRun Run, Cities.Clocks.ClockTimes Times);
}
