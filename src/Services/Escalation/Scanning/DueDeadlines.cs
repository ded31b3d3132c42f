using Hotline.Contracts.Cases;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Tables;
using Hotline.Hosting.Database;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Escalation.Scanning;

/// <summary>Takes due deadlines so that no two scanners hold the same one, and writes down what became of them.</summary>
internal sealed class DueDeadlines(NpgsqlDataSource database)
{
    // The row is taken in a short transaction of its own and left to its scanner for a lease: no transaction stays open while a case is asked.
    private const string ClaimDue = """
        with due as (
          select case_id, clock, started_version, unit from escalation.deadline
          where next_at <= $1 order by next_at limit $2 for update skip locked)
        update escalation.deadline taken set next_at = $3, claims = taken.claims + 1
        from due where (taken.case_id, taken.clock, taken.started_version, taken.unit) = (due.case_id, due.clock, due.started_version, due.unit)
        returning taken.case_id, taken.clock, taken.started_version, taken.unit, taken.started_at, taken.warn_at, taken.due_at, taken.stage,
          taken.claims, taken.failures, taken.moved_at is not null and taken.stage > 0
        """;

    // A stop that came meanwhile has cleared next_at and must not be undone; a claim that was taken over counts no more.
    private const string SettleClaims = """
        update escalation.deadline taken
        set stage = done.stage, failures = done.failures, refused = done.refused, next_at = case when taken.stopped_at is null then done.next_at end,
          moved_at = case when done.told then null else taken.moved_at end
        from unnest($1::uuid[], $2::text[], $3::int[], $4::bigint[], $5::int[], $6::timestamptz[], $7::int[], $8::text[], $9::text[], $10::bool[])
          as done (case_id, clock, started_version, claim, stage, next_at, failures, refused, unit, told)
        where (taken.case_id, taken.clock, taken.started_version, taken.unit) = (done.case_id, done.clock, done.started_version, done.unit)
          and taken.claims = done.claim
        """;

    public async Task<IReadOnlyList<ClaimedDeadline>> Claim(DateTimeOffset now, ScannerOptions options, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ClaimDue);
        command.Parameters.Add(Parameter.At(now));
        command.Parameters.Add(Parameter.Whole(options.Batch));
        command.Parameters.Add(Parameter.At(now + options.Lease));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<ClaimedDeadline>();
        while (await reader.ReadAsync(cancellationToken))
            claimed.Add(Deadline(reader));
        return claimed;
    }

    public async Task Settle(IReadOnlyCollection<Settlement> settled, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SettleClaims);
        void Add<T>(NpgsqlDbType type, Func<Settlement, T> value) =>
            command.Parameters.Add(new NpgsqlParameter { Value = settled.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
        Add(NpgsqlDbType.Uuid, one => one.Deadline.CaseId.Value);
        Add(NpgsqlDbType.Text, one => one.Deadline.Clock.Word());
        Add(NpgsqlDbType.Integer, one => one.Deadline.StartedVersion);
        Add(NpgsqlDbType.Bigint, one => one.Deadline.Claim);
        Add(NpgsqlDbType.Integer, one => one.Done);
        Add(NpgsqlDbType.TimestampTz, one => one.NextAt);
        Add(NpgsqlDbType.Integer, one => one.Failures);
        Add(NpgsqlDbType.Text, one => one.Refused);
        Add(NpgsqlDbType.Text, one => UnitColumn.NameOf(one.Deadline.Unit));
        Add(NpgsqlDbType.Boolean, one => one.Told);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ClaimedDeadline Deadline(NpgsqlDataReader row) => new(
        new CaseId(row.GetGuid(0)),
        ClockSets.ToClockName(row.GetString(1)),
        row.GetInt32(2),
        row.Unit(3),
        row.At(4),
        row.At(5),
        row.At(6),
        row.GetInt16(7),
        row.GetInt64(8),
        row.GetInt16(9),
        row.GetBoolean(10));
}
