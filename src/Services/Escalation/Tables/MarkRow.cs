using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Npgsql;

namespace Hotline.Escalation.Tables;

/// <summary>A mark as it stands in <c>escalation.mark</c>.</summary>
internal static class MarkRow
{
    private const string Insert = """
        insert into escalation.mark (case_id, version, at, event, starts, stops, since, unit, holder, urgency, type, category)
        values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) on conflict do nothing
        """;

    private const string Select = """
        select version, at, event, starts, stops, since, unit, holder, urgency, type, category
        from escalation.mark where case_id = $1 order by version
        """;

    public static NpgsqlBatchCommand InsertOf(CaseId caseId, ClockMark mark) => new(Insert)
    {
        Parameters =
        {
            Parameter.Id(caseId.Value),
            Parameter.Whole(mark.Version),
            Parameter.At(mark.At),
            Parameter.Text(mark.Event),
            Parameter.Whole((int)mark.Starts),
            Parameter.Whole((int)mark.Stops),
            Parameter.At(mark.Since),
            Parameter.Text(mark.Unit?.ToString()),
            Parameter.Text(mark.Holder?.Text),
            Parameter.Word(mark.Urgency),
            Parameter.Word(mark.Type),
            Parameter.Text(mark.Category),
        },
    };

    public static NpgsqlBatchCommand SelectOf(Guid caseId) => new(Select) { Parameters = { Parameter.Id(caseId) } };

    public static async Task<List<ClockMark>> ReadAll(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var marks = new List<ClockMark>();
        while (await reader.ReadAsync(cancellationToken))
            marks.Add(Read(reader));
        return marks;
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
    };
}
