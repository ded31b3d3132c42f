using Hotline.Cities;
using Hotline.Contracts.Cases;
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
        Column<Entry>.Of("unit", entry => UnitColumn.NameOf(entry.Run.Unit)),
        Column<Entry>.Of("started_at", entry => entry.Run.Start.Since.UtcDateTime),
        Column<Entry>.Of("limit_amount", entry => entry.Figures.Limit.Amount),
        Column<Entry>.Of("limit_unit", entry => Word.Of(entry.Figures.Limit.Unit)),
        Column<Entry>.Of("exception", entry => entry.Figures.Exception),
        Column<Entry>.Of("warn_at", entry => entry.Figures.Times.WarnAt.UtcDateTime),
        Column<Entry>.Of("due_at", entry => entry.Figures.Times.DueAt.UtcDateTime),
        Column<Entry>.Of("paused_at", entry => entry.Figures.Times.PausedAt?.UtcDateTime),
        Column<Entry>.Of("turns", entry => string.Join(' ', entry.Run.Turns.Select(turn => $"{turn.Kind}@{turn.At:O}+{turn.WorkingDays}"))),
        Column<Entry>.Of("moved_at", entry => MovedAt(entry.Run)?.UtcDateTime),
        Column<Entry>.Of("next_at", entry => Climbs(entry) ? entry.Figures.Times.WarnAt.UtcDateTime : (DateTime?)null),
        Column<Entry>.Of("stopped_at", entry => entry.Run.Stop?.At.UtcDateTime),
        Column<Entry>.Of("stopped_version", entry => entry.Run.Stop?.Version),
        Column<Entry>.Of("stopped_by", entry => entry.Run.Stop?.Event),
    ];

    // A turn moves the times, by the policy of then, and takes the row from whoever has claimed it: what the scanner was about to do was meant for the times before.
    private static readonly string _keep = $"""
        insert into escalation.deadline ({_columns.Names()}) {_columns.Select()}
        on conflict (case_id, clock, started_version, unit) do update set round = excluded.round, stopped_at = excluded.stopped_at,
          stopped_version = excluded.stopped_version, stopped_by = excluded.stopped_by,
          limit_amount = case when excluded.turns <> deadline.turns then excluded.limit_amount else deadline.limit_amount end,
          limit_unit = case when excluded.turns <> deadline.turns then excluded.limit_unit else deadline.limit_unit end,
          exception = case when excluded.turns <> deadline.turns then excluded.exception else deadline.exception end,
          warn_at = case when excluded.turns <> deadline.turns then excluded.warn_at else deadline.warn_at end,
          due_at = case when excluded.turns <> deadline.turns then excluded.due_at else deadline.due_at end,
          paused_at = excluded.paused_at, turns = excluded.turns,
          moved_at = case when excluded.turns <> deadline.turns and deadline.stage = 1 then excluded.moved_at else deadline.moved_at end,
          claims = deadline.claims + (excluded.turns <> deadline.turns)::int,
          next_at = case
            when excluded.next_at is null then null
            when excluded.turns <> deadline.turns then case
              when deadline.stage = 0 then excluded.warn_at
              when deadline.stage = 1 then coalesce(excluded.moved_at, excluded.due_at)
              else excluded.due_at
            end
            else deadline.next_at
          end
        """;

    /// <summary>Starts, stops and counts anew the runs of cases whose files are locked.</summary>
    public NpgsqlBatchCommand Command(IEnumerable<(Guid CaseId, ClockRun Run)> changes)
    {
        var command = new NpgsqlBatchCommand(_keep);
        command.Parameters.AddValues(_columns, [.. changes.Select(change => new Entry(change.CaseId, change.Run, Figures.Of(change.Run, city.Clocks)))]);
        return command;
    }

    private static bool Climbs(Entry entry) => entry is { Run.Stop: null, Figures.Times.PausedAt: null } && Steps.Climbs(entry.Run.Clock);

    // An extension tells the due time itself.
    private static DateTimeOffset? MovedAt(ClockRun run) => run.Turns is [.., { Kind: not ClockTurnKind.Extend } last] ? last.At : null;

    private sealed record Entry(Guid CaseId, ClockRun Run, Figures Figures);
}
