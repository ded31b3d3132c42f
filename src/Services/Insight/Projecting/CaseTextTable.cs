using Hotline.Cities.Clusters;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Insight.Projecting;

/// <summary>Writes <c>insight.case_text</c>: what was asked, once for each case.</summary>
internal static class CaseTextTable
{
    private static readonly Column<CaseChange>[] Columns =
    [
        Column<CaseChange>.Of("case_id", change => change.Case.CaseId.Value),
        Column<CaseChange>.Of("received_at", change => change.Received!.Case.ReceivedAt.UtcDateTime),
        Column<CaseChange>.Of("title", change => change.Received!.Case.Title),
        Column<CaseChange>.Of("text", change => change.Received!.Text),
        Column<CaseChange>.Of(
            "document",
            change => string.Join(' ', Terms.Of(change.Received!.Case.Title, change.Received.Text)),
            "array_to_tsvector(string_to_array({0}, ' '))"),
    ];

    // A first event never changes, so a repetition has nothing to add; only a rebuild may have learned to read it better.
    private static readonly string Upsert = $"""
        insert into insight.case_text as t {Columns.Select()} order by case_id
        on conflict (case_id) do update set title = excluded.title, text = excluded.text, document = excluded.document
        where not t.erased and exists (select from insight.rebuild where finished_at is null)
        """;

    // Stays when the first event comes late or again.
    private const string Forget = """
        insert into insight.case_text (case_id, received_at, title, text, document, erased)
        select *, '***', '***', ''::tsvector, true from unnest(@ids, @received) as erased (case_id, received_at) order by case_id
        on conflict (case_id) do update set title = excluded.title, text = excluded.text, document = excluded.document, erased = true
        """;

    /// <summary>Forgets the texts of cases whose citizen was erased; null when none was.</summary>
    public static NpgsqlBatchCommand? Erase(IReadOnlyList<CaseChange> changes)
    {
        var erased = changes.Where(change => change.Erased).ToList();
        return erased.Count == 0 ? null : new NpgsqlBatchCommand(Forget)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid[]>("ids", [.. erased.Select(change => change.Case.CaseId.Value)]),
                new NpgsqlParameter<DateTime[]>("received", [.. erased.Select(change => change.Case.ReceivedAt.UtcDateTime)]),
            },
        };
    }

    /// <summary>Writes the texts that the changes bring; null when they bring none.</summary>
    public static NpgsqlBatchCommand? Write(IReadOnlyList<CaseChange> changes)
    {
        var received = changes.Where(change => change.Received is not null).ToList();
        if (received.Count == 0)
            return null;
        var command = new NpgsqlBatchCommand(Upsert);
        command.Parameters.AddValues(Columns, received);
        return command;
    }
}
