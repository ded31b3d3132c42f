using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Keeping;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Escalation.Tables;

/// <summary>A mark as it stands in <c>escalation.mark</c>.</summary>
internal static class MarkRow
{
    private static readonly Column<ClockNews>[] _columns =
    [
        Column<ClockNews>.Of("case_id", news => news.Case.CaseId.Value),
        Column<ClockNews>.Of("version", news => news.Mark.Version),
        Column<ClockNews>.Of("at", news => news.Mark.At.UtcDateTime),
        Column<ClockNews>.Of("event", news => news.Mark.Event),
        Column<ClockNews>.Of("starts", news => (int)news.Mark.Starts),
        Column<ClockNews>.Of("stops", news => (int)news.Mark.Stops),
        Column<ClockNews>.Of("since", news => news.Mark.Since.UtcDateTime),
        Column<ClockNews>.Of("unit", news => news.Mark.Unit?.ToString()),
        Column<ClockNews>.Of("holder", news => news.Mark.Holder?.Text),
        Column<ClockNews>.Of("urgency", news => Word.Of(news.Mark.Urgency)),
        Column<ClockNews>.Of("type", news => Word.Of(news.Mark.Type)),
        Column<ClockNews>.Of("category", news => news.Mark.Category),
        Column<ClockNews>.Of("turn", news => news.Mark.Turn is { } turn ? Word.Of(turn.Kind) : null),
        Column<ClockNews>.Of("turn_days", news => news.Mark.Turn?.WorkingDays ?? 0),
        Column<ClockNews>.Of("assisting", news => news.Mark.Assisting.Text),
        Column<ClockNews>.Of("assisted", news => news.Mark.Assisted?.ToString()),
    ];

    private static readonly string _insert =
        $"insert into escalation.mark ({_columns.Names()}) {_columns.Select()} on conflict do nothing returning case_id, version";

    private const string Select = """
        select version, at, event, starts, stops, since, unit, holder, urgency, type, category, turn, turn_days, case_id, assisting, assisted
        from escalation.mark where case_id = any($1) order by case_id, version
        """;

    /// <summary>Adds the marks; answers case and version of those that are new.</summary>
    public static NpgsqlBatchCommand InsertOf(IReadOnlyList<ClockNews> news)
    {
        var command = new NpgsqlBatchCommand(_insert);
        command.Parameters.AddValues(_columns, news);
        return command;
    }

    /// <summary>All marks of cases, in order.</summary>
    public static NpgsqlBatchCommand SelectOf(Guid[] caseIds) => new(Select) { Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = caseIds } } };

    /// <summary>Marks by case.</summary>
    public static async Task<ILookup<Guid, ClockMark>> ReadAll(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var marks = new List<(Guid CaseId, ClockMark Mark)>();
        while (await reader.ReadAsync(cancellationToken))
            marks.Add((reader.GetGuid(13), Read(reader)));
        return marks.ToLookup(one => one.CaseId, one => one.Mark);
    }

    private static ClockMark Read(NpgsqlDataReader row) => new()
    {
        Version = row.GetInt32(0),
        At = row.At(1),
        Event = row.GetString(2),
        Starts = (ClockSet)row.GetInt32(3),
        Stops = (ClockSet)row.GetInt32(4),
        Since = row.At(5),
        Unit = row.Text(6) is { } unit ? UnitRef.Parse(unit) : null,
        Holder = row.Text(7) is { } holder ? new Holder(holder) : null,
        Urgency = row.Word<Urgency>(8),
        Type = row.Word<CaseType>(9),
        Category = row.Text(10),
        Turn = row.IsDBNull(11) ? null : new ClockTurn(row.Word<ClockTurnKind>(11), row.At(1), row.GetInt32(12)),
        Assisting = new Units(row.Text(14)),
        Assisted = row.Text(15) is { } assisted ? UnitRef.Parse(assisted) : null,
    };
}
