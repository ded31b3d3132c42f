using Hotline.Contracts.Cases;
using Hotline.Hosting.Database;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Projecting;

/// <summary>Writes <c>insight.standing_entry</c> and <c>insight.standing_appeal</c>: findings that a person upheld, and appeals that overturned them.</summary>
internal static class StandingTable
{
    private static readonly Column<Upheld>[] Entries =
    [
        Column<Upheld>.Of("case_id", one => one.In.CaseId.Value),
        Column<Upheld>.Of("version", one => one.In.Version),
        Column<Upheld>.Of("finding", one => Words<FindingKind>.Write(one.Kind)),
        Column<Upheld>.Of("number", one => one.In.Number),
        Column<Upheld>.Of("phone_hash", one => one.In.Case.Citizen.PhoneHash),
        Column<Upheld>.Of("at", one => one.In.At.UtcDateTime),
        Column<Upheld>.Of("decided_by", one => one.In.Actor),
    ];

    private static readonly Column<CaseReopened>[] Appeals =
    [
        Column<CaseReopened>.Of("case_id", one => one.CaseId.Value),
        Column<CaseReopened>.Of("version", one => one.Version),
        Column<CaseReopened>.Of("at", one => one.At.UtcDateTime),
    ];

    // Whoever was erased is not known by a late message either.
    private static readonly string InsertEntries = $"""
        insert into insight.standing_entry ({Entries.Names()}) select * from ({Entries.Select()}) as new
        where not exists (select from insight.case_text known where known.case_id = new.case_id and known.erased) on conflict do nothing
        """;

    private static readonly string InsertAppeals = $"insert into insight.standing_appeal ({Appeals.Names()}) {Appeals.Select()} on conflict do nothing";

    private const string Forget = "delete from insight.standing_entry where case_id = any(@ids)";

    /// <summary>What the changes bring; mostly nothing.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Write(IReadOnlyList<CaseChange> changes)
    {
        var upheld = changes.SelectMany(change => change.Judgments)
            .Where(judged => judged.Case.Citizen.PhoneHash is not null)
            .SelectMany(judged => judged.Upheld.Distinct().Select(kind => new Upheld(judged, kind)))
            .ToList();
        if (upheld.Count > 0)
            yield return Insert(InsertEntries, Entries, upheld);
        var appeals = changes.SelectMany(change => change.Appeals).ToList();
        if (appeals.Count > 0)
            yield return Insert(InsertAppeals, Appeals, appeals);
        var erased = changes.Where(change => change.Erased).Select(change => change.Case.CaseId.Value).ToArray();
        if (erased.Length > 0)
            yield return new NpgsqlBatchCommand(Forget) { Parameters = { new NpgsqlParameter<Guid[]>("ids", erased) } };
    }

    private static NpgsqlBatchCommand Insert<T>(string sql, Column<T>[] columns, IReadOnlyList<T> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddValues(columns, rows);
        return command;
    }

    private sealed record Upheld(FindingsDecided In, FindingKind Kind);
}
