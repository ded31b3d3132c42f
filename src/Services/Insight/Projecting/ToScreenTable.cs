using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Hosting.Database;
using Hotline.Insight.Screening;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Insight.Projecting;

/// <summary>Writes <c>insight.to_screen</c>: which new cases are to be compared with others.</summary>
internal sealed class ToScreenTable(City city, IOptions<ScreeningOptions> options, TimeProvider clock)
{
    private static readonly Column<CaseChange>[] Columns =
    [
        Column<CaseChange>.Of("case_id", change => change.Case.CaseId.Value),
        Column<CaseChange>.Of("received_at", change => change.Case.ReceivedAt.UtcDateTime),
    ];

    // Before the text is written: a case whose text is there was taken in before, and is only told of again.
    private static readonly string Insert = $"""
        insert into insight.to_screen (case_id, received_at, next_at)
        select case_id, received_at, @now from ({Columns.Select()}) as new
        where not exists (select from insight.case_text known where known.case_id = new.case_id)
        order by case_id on conflict do nothing
        """;

    /// <summary>Notes the new cases among the changes; null when there is none. Part of the same transaction as their rows, so that none is forgotten.</summary>
    public NpgsqlBatchCommand? Write(IReadOnlyList<CaseChange> changes)
    {
        if (!city.Screening.Earlier.Compare)
            return null;
        var now = clock.GetUtcNow();
        var fresh = changes.Where(change => IsNew(change, now - options.Value.Within)).ToList();
        if (fresh.Count == 0)
            return null;
        var command = new NpgsqlBatchCommand(Insert) { Parameters = { new NpgsqlParameter<DateTime>("now", now.UtcDateTime) } };
        command.Parameters.AddValues(Columns, fresh);
        return command;
    }

    // The hotline's own: an incident repeats nothing, and a part that was split off is like the whole.
    private static bool IsNew(CaseChange change, DateTimeOffset since) =>
        change is { Received: not null, Case: { Status: CaseStatus.Received or CaseStatus.Held, Sealed: false, IncidentUntil: null, SplitFrom: null } }
        && change.Case.ReceivedAt > since;
}
