using Hotline.Cities;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Scanning;
using Hotline.Escalation.Tables;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Escalation.Keeping;

/// <summary>Writes <c>escalation.deadline</c>: one row a running of a clock.</summary>
internal sealed class DeadlineWriting(City city)
{
    private static readonly Column<Entry>[] _columns =
    [
        Column<Entry>.Of("case_id", entry => entry.CaseId),
        Column<Entry>.Of("clock", entry => entry.Run.Clock.Word()),
        Column<Entry>.Of("started_version", entry => entry.Run.Start.Version),
        Column<Entry>.Of("round", entry => entry.Run.Round),
        Column<Entry>.Of("unit", entry => entry.Run.Start.Unit?.ToString()),
        Column<Entry>.Of("started_at", entry => entry.Run.Start.Since.UtcDateTime),
        Column<Entry>.Of("limit_amount", entry => entry.Figures.Limit.Amount),
        Column<Entry>.Of("limit_unit", entry => Parameter.WordOf(entry.Figures.Limit.Unit)),
        Column<Entry>.Of("exception", entry => entry.Figures.Exception),
        Column<Entry>.Of("warn_at", entry => entry.Figures.WarnAt.UtcDateTime),
        Column<Entry>.Of("due_at", entry => entry.Figures.DueAt.UtcDateTime),
        Column<Entry>.Of("next_at", entry => entry.Run.Stop is null && Steps.Climbs(entry.Run.Clock) ? entry.Figures.WarnAt.UtcDateTime : (DateTime?)null),
        Column<Entry>.Of("stopped_at", entry => entry.Run.Stop?.At.UtcDateTime),
        Column<Entry>.Of("stopped_version", entry => entry.Run.Stop?.Version),
        Column<Entry>.Of("stopped_by", entry => entry.Run.Stop?.Event),
    ];

    private static readonly string _keep = $"""
        insert into escalation.deadline ({_columns.Names()}) {_columns.Select()}
        on conflict (case_id, clock, started_version) do update set round = excluded.round, stopped_at = excluded.stopped_at,
          stopped_version = excluded.stopped_version, stopped_by = excluded.stopped_by,
          next_at = case when excluded.stopped_at is null then deadline.next_at end
        """;

    /// <summary>Starts, stops and counts anew the runs of cases whose files are locked.</summary>
    public NpgsqlBatchCommand Command(IEnumerable<(Guid CaseId, ClockRun Run)> changes)
    {
        var command = new NpgsqlBatchCommand(_keep);
        command.Parameters.AddValues(_columns, [.. changes.Select(change => new Entry(change.CaseId, change.Run, Figures.Of(change.Run, city.Clocks)))]);
        return command;
    }

    private sealed record Entry(Guid CaseId, ClockRun Run, Figures Figures);
}
