using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Escalation.Keeping;

/// <summary>Writes <c>escalation.case_file</c>.</summary>
internal static class FileWriting
{
    private static readonly Column<ClockNews>[] _columns =
    [
        Column<ClockNews>.Of("case_id", news => news.Case.CaseId.Value),
        Column<ClockNews>.Of("number", news => news.Case.Number),
        Column<ClockNews>.Of("version", news => news.Case.Version),
        Column<ClockNews>.Of("lead", news => news.Case.Lead?.ToString()),
        // Who else may ask: whoever assists or has a part in a dispute.
        Column<ClockNews>.Of("assisting", news => string.Join(',', news.Case.Assisting.Concat(news.Case.Dispute?.Parties() ?? [])), "coalesce(string_to_array(nullif({0}, ''), ','), array[]::text[])"),
    ];

    // "On conflict do update" locks the row even when its condition keeps it unchanged. In order of the key, so that two writers wait for each other
    // in the same order.
    private static readonly string _lock = $"""
        insert into escalation.case_file ({_columns.Names()}) select * from ({_columns.Select()}) as news order by case_id
        on conflict (case_id) do update set version = excluded.version, lead = excluded.lead, assisting = excluded.assisting
        where case_file.version < excluded.version
        """;

    /// <summary>Locks the files of all cases, each as of its newest event.</summary>
    public static NpgsqlBatchCommand Command(IReadOnlyList<ClockNews> news)
    {
        var command = new NpgsqlBatchCommand(_lock);
        command.Parameters.AddValues(_columns, [.. news.GroupBy(one => one.Case.CaseId).Select(ofCase => ofCase.MaxBy(one => one.Case.Version)!)]);
        return command;
    }
}
