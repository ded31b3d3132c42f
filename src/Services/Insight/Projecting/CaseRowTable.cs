using System.Globalization;
using System.Text.Json;
using Hotline.Cities.Clocks;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Hosting.Database;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Projecting;

/// <summary>Writes <c>insight.case_row</c> and, during a rebuild, <c>insight.case_row_next</c>.</summary>
internal sealed class CaseRowTable
{
    private const string Key = "case_id";
    private const string UnitList = "coalesce(string_to_array(nullif({0}, ''), ','), array[]::text[])";

    private readonly TimeZoneInfo _zone;
    private readonly VisitPolicy _visits;
    private readonly ClockPolicy _clocks;

    // Follow the newest event as a whole.
    private readonly List<Column<CaseChange>> _summary;

    // Each is joined on its own.
    private readonly Column<CaseChange>[] _marks;

    private Column<CaseChange>[] Marks() =>
    [
        Column<CaseChange>.Of("seen", Multirange, "{0}::int4multirange"),
        Column<CaseChange>.Of("round_version", change => change.RoundVersion),
        Column<CaseChange>.Of("exhausted_version", change => change.ExhaustedVersion),
        Column<CaseChange>.Of("handler_version", change => change.Handler.Version),
        Column<CaseChange>.Of("handler", change => change.Handler.Subject),
        Column<CaseChange>.Of("decline_version", change => change.Declined.Version),
        Column<CaseChange>.Of("decline_reason", change => change.Declined.Reason is { } reason ? Words<DeclineReason>.Write(reason) : null),
        Column<CaseChange>.Of("clocks", change => JsonSerializer.Serialize(change.Clocks, CaseJson.Options), "{0}::jsonb"),
        Column<CaseChange>.Of("visits", change => JsonSerializer.Serialize(change.Visits.ToDictionary(visit => visit.Key, visit => Said(visit.Value)), CaseJson.Options), "{0}::jsonb"),
        Column<CaseChange>.Of("lateness", change => JsonSerializer.Serialize(change.Lateness, CaseJson.Options), "{0}::jsonb"),
    ];

    // What counts as satisfied is the city's word.
    private object Said(VisitRecorded visit) => new
    {
        visit.Unit,
        visit.Answers.Solved,
        Satisfied = visit.Answers.Satisfaction is { } answer ? _visits.IsSatisfied(answer) : (bool?)null,
    };

    private readonly List<Column<CaseChange>> _all;
    private readonly string _write;
    private readonly string _writeNext;
    private readonly string _changeOver;

    /// <param name="zone">The city's: decides on which day a case was received.</param>
    /// <param name="visits">The city's: decides what counts as satisfied.</param>
    /// <param name="clocks">The city's: decide whose turn it is.</param>
    public CaseRowTable(TimeZoneInfo zone, VisitPolicy visits, ClockPolicy clocks)
    {
        _zone = zone;
        _visits = visits;
        _clocks = clocks;
        _marks = Marks();
        _summary = Summary();
        _all = [Column<CaseChange>.Of(Key, change => change.Case.CaseId.Value), .. _summary, .. _marks];
        _write = Upsert("case_row");
        _writeNext = Upsert("case_row_next");
        _changeOver = Replace();
    }

    /// <summary>Joins the changes into the rows that are read.</summary>
    public NpgsqlBatchCommand Write(IReadOnlyList<CaseChange> changes) => Command(_write, changes);

    /// <summary>Joins the changes into the rows of a running rebuild.</summary>
    public NpgsqlBatchCommand WriteNext(IReadOnlyList<CaseChange> changes) => Command(_writeNext, changes);

    /// <summary>Changes over the cases whose rebuilt row is complete and no older than the one that is read.</summary>
    public NpgsqlBatchCommand ChangeOver(IReadOnlyList<CaseChange> changes) => new(_changeOver)
    {
        Parameters = { new NpgsqlParameter<Guid[]>("ids", [.. changes.Select(change => change.Case.CaseId.Value)]) },
    };

    private List<Column<CaseChange>> Summary() =>
    [
        Column<CaseChange>.Of("version", change => change.Case.Version),
        Column<CaseChange>.Of("number", change => change.Case.Number),
        Column<CaseChange>.Of("status", change => Words<CaseStatus>.Write(change.Case.Status)),
        Column<CaseChange>.Of("kind", change => Words<CaseKind>.Write(change.Case.Kind)),
        Column<CaseChange>.Of("type", change => Words<CaseType>.Write(change.Case.Type)),
        Column<CaseChange>.Of("urgency", change => Words<Urgency>.Write(change.Case.Urgency)),
        Column<CaseChange>.Of("channel", change => Words<Channel>.Write(change.Case.Channel)),
        Column<CaseChange>.Of("category", change => change.Case.Category),
        Column<CaseChange>.Of("title", change => change.Case.Title),
        Column<CaseChange>.Of("masked_name", change => change.Case.Citizen.MaskedName),
        Column<CaseChange>.Of("masked_phone", change => change.Case.Citizen.MaskedPhone),
        Column<CaseChange>.Of("phone_hash", change => change.Case.Citizen.PhoneHash),
        Column<CaseChange>.Of("anonymous", change => change.Case.Citizen.Anonymous),
        Column<CaseChange>.Of("hide_identity", change => change.Case.Citizen.HideIdentity),
        Column<CaseChange>.Of("enterprise", change => change.Case.Citizen.Enterprise),
        Column<CaseChange>.Of("area", change => change.Case.Area),
        Column<CaseChange>.Of("masked_address", change => change.Case.MaskedAddress),
        Column<CaseChange>.Of("lead", change => change.Case.Lead?.ToString()),
        Column<CaseChange>.Of("assisting", change => string.Join(',', change.Case.Assisting), UnitList),
        Column<CaseChange>.Of("disputing", change => string.Join(',', change.Case.Dispute?.Parties() ?? []), UnitList),
        Column<CaseChange>.Of("sealed", change => change.Case.Sealed),
        Column<CaseChange>.Of("received_at", change => change.Case.ReceivedAt.UtcDateTime),
        Column<CaseChange>.Of("received_day", change => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.Case.ReceivedAt, _zone).DateTime)),
        Column<CaseChange>.Of("contacted_at", change => change.Case.ContactedAt?.UtcDateTime),
        Column<CaseChange>.Of("answered_at", change => (change.Case.AnsweredAt ?? change.Case.RepliedAt)?.UtcDateTime),
        Column<CaseChange>.Of("closed_at", change => change.Case.ClosedAt?.UtcDateTime),
        Column<CaseChange>.Of("outcome", change => change.Case.Outcome is { } outcome ? Words<CloseOutcome>.Write(outcome) : null),
        Column<CaseChange>.Of("visit_reached", change => change.Case.Visit?.Reached),
        Column<CaseChange>.Of("visit_solved", change => change.Case.Visit?.Solved),
        Column<CaseChange>.Of("visit_satisfaction", change => change.Case.Visit?.Satisfaction is { } answer ? Words<Satisfaction>.Write(answer) : null),
        Column<CaseChange>.Of("redos", change => change.Case.Redos),
        Column<CaseChange>.Of("unreasonable", change => change.Case.Unreasonable),
        Column<CaseChange>.Of("paused_at", change => change.Case.PausedAt?.UtcDateTime),
        Column<CaseChange>.Of("supervision_level", change => change.Case.Supervision?.Level),
        Column<CaseChange>.Of("assists", change => change.Case.Assists is { } assists ? JsonSerializer.Serialize(assists.Select(one => Help(one, change.Case)), CaseJson.Options) : null, "{0}::jsonb"),
        Column<CaseChange>.Of("owing", change => string.Join(',', Owing(change.Case)), UnitList),
        Column<CaseChange>.Of("supervised_units", change => string.Join(',', Owing(change.Case, supervised: true)), UnitList),
        Column<CaseChange>.Of("merged_into", change => change.Case.MergedInto?.Number),
        Column<CaseChange>.Of("followers", change => change.Case.Followers),
        Column<CaseChange>.Of("incident_until", change => change.Case.IncidentUntil?.UtcDateTime),
        Column<CaseChange>.Of("latitude", change => change.Case.Latitude),
        Column<CaseChange>.Of("longitude", change => change.Case.Longitude),
        Column<CaseChange>.Of("expected_at", change => NextDue.Of(change.Case, change.ChangedAt, _clocks).UtcDateTime),
        Column<CaseChange>.Of("changed_at", change => change.ChangedAt.UtcDateTime),
    ];

    private AssistRow Help(Assist one, CaseSummary now) => new(
        one.Unit, one.Since, one.SinceVersion, one.DoneAt, one.Supervision, one.DoneAt is null ? NextDue.Of(one, now, _clocks) : null);

    private static IEnumerable<UnitRef> Owing(CaseSummary summary, bool supervised = false) =>
        (summary.Assists ?? []).Where(one => one.DoneAt is null && (!supervised || one.Supervision is not null)).Select(one => one.Unit);

    private NpgsqlBatchCommand Command(string sql, IReadOnlyList<CaseChange> changes)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddValues(_all, changes);
        return command;
    }

    // In order of the key: two writers then wait for each other in the same order.
    private string Upsert(string table) => $"""
        insert into insight.{table} as r ({_all.Names()}, epoch)
        select *, coalesce((select max(id) from insight.rebuild), 0) from ({_all.Select()}) as changed order by {Key}
        on conflict ({Key}) do update set
            {string.Join(",\n    ", _summary.Select(column => $"{column.Name} = case when excluded.version > r.version then excluded.{column.Name} else r.{column.Name} end"))},
            seen = r.seen + excluded.seen,
            round_version = greatest(r.round_version, excluded.round_version),
            exhausted_version = greatest(r.exhausted_version, excluded.exhausted_version),
            handler = case when excluded.handler_version > r.handler_version then excluded.handler else r.handler end,
            handler_version = greatest(r.handler_version, excluded.handler_version),
            decline_reason = case when excluded.decline_version > r.decline_version then excluded.decline_reason else r.decline_reason end,
            decline_version = greatest(r.decline_version, excluded.decline_version),
            clocks = insight.join_clocks(r.clocks, excluded.clocks),
            visits = r.visits || excluded.visits,
            lateness = r.lateness || excluded.lateness
        where not r.seen @> excluded.seen
        """;

    private string Replace()
    {
        var columns = _all.Names() + ", epoch";
        var taken = string.Join(", ", _all.Skip(1).Select(column => $"{column.Name} = excluded.{column.Name}"));
        return $"""
            with complete as (
                delete from insight.case_row_next n using insight.case_row r
                where n.case_id = any(@ids) and r.case_id = n.case_id and n.version >= r.version
                  and n.seen = int4multirange(int4range(1, n.version + 1))
                returning n.*, r.epoch as old_epoch),
            counted as (
                update insight.rebuild
                set refreshed = refreshed + moved.cases,
                    finished_at = case when refreshed + moved.cases >= rows then now() end
                from (select count(*) filter (where old_epoch < (select max(id) from insight.rebuild)) as cases from complete) as moved
                where finished_at is null and moved.cases > 0)
            insert into insight.case_row as r ({columns}) select {columns} from complete order by {Key}
            on conflict ({Key}) do update set {taken}, epoch = excluded.epoch
            """;
    }

    private static string Multirange(CaseChange change) =>
        "{" + string.Join(',', change.Seen.Select(version => string.Create(CultureInfo.InvariantCulture, $"[{version},{version}]"))) + "}";
}
