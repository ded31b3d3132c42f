using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Figuring;

/// <summary>
/// Figures told apart by something. Units, lines and periods come from the kept counts, in no time whatever the number of cases. Categories are counted from
/// the rows when somebody asks: keeping them too would multiply what every event writes, and a second is no time to wait for a figure.
/// </summary>
internal sealed class Breakdown(ReadDatabase reads)
{
    private const string NoKey = "null::text";

    // Every unit that has a part in a row.
    private const string RowsOfUnits =
        "insight.case_row r cross join lateral (select r.lead as unit where r.lead is not null union all select unnest(r.others)) as u";

    /// <summary>The groups, in the order of their keys; without <paramref name="by"/> one group of everything.</summary>
    public async Task<IReadOnlyList<FigureGroup>> Read(FigureBy? by, FigureQuestion question, CancellationToken cancellationToken)
    {
        var ofRows = Rows(by, question);
        var counts = by == FigureBy.Category || question.Category is not null
            ? by == FigureBy.Unit
                ? await Counted(Units(question), "u.unit", RowSums("u.unit"), cancellationToken)
                : await Counted(question.NarrowToPart(new RowQuery("insight.case_row r")), RowKey(by, question), RowSums(question.OfUnit), cancellationToken)
            : await Counted(Kept(by, question), KeptKey(by), Figures.Sums, cancellationToken);
        var causes = await Causes(ofRows(new RowQuery("insight.case_row r").Where("r.excluded")), RowKey(by, question), cancellationToken);
        if (by is null && counts.Count == 0)
            counts.Add((null, default));
        return [.. counts.Where(group => by is null || group.Counts != default)
            .OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => FigureGroup.Of(group.Key, group.Counts, causes[group.Key ?? ""], question.Of(by, group.Key)))];
    }

    private static Func<RowQuery, RowQuery> Rows(FigureBy? by, FigureQuestion question) => query =>
        by == FigureBy.Unit ? question.Narrow(query).Where("r.lead is not null") : question.Narrow(query);

    private static RowQuery Units(FigureQuestion question)
    {
        var query = (question with { Unit = null }).Narrow(new RowQuery(RowsOfUnits));
        return question.Unit is { } unit ? query.Where("u.unit = @unit", ("unit", unit.ToString())) : query;
    }

    // Unit '' holds the whole city.
    private static RowQuery Kept(FigureBy? by, FigureQuestion question)
    {
        var query = new RowQuery("insight.figure");
        if (question.Unit is null && by == FigureBy.Unit)
            query.Where("unit <> ''");
        else
            query.Where("unit = @unit", ("unit", question.Unit?.ToString() ?? ""));
        if (question.Kind is { } kind)
            query.Where("kind = @kind", ("kind", Words<CaseKind>.Write(kind)));
        return query.Where("day between @from and @to", ("from", question.From ?? DateOnly.MinValue), ("to", question.To ?? DateOnly.MaxValue));
    }

    private static string KeptKey(FigureBy? by) => by is not { } word ? NoKey : word switch
    {
        FigureBy.Unit => "unit",
        FigureBy.Kind => "kind",
        FigureBy.Category => throw new InvalidOperationException("No counts are kept by category."),
        FigureBy.Day or FigureBy.Week or FigureBy.Month => Period(word, "day"),
    };

    /// <summary>What groups are told apart by, over <c>insight.case_row r</c>.</summary>
    public static string RowKey(FigureBy? by, FigureQuestion question) => by is not { } word ? NoKey : word switch
    {
        FigureBy.Unit => "r.lead",
        FigureBy.Kind => "r.kind",
        FigureBy.Category => $"array_to_string((string_to_array(r.category, '.'))[1:{LevelBelow(question.Category)}], '.')",
        FigureBy.Day or FigureBy.Week or FigureBy.Month => Period(word, "r.received_day"),
    };

    private static int LevelBelow(string? category) => category is null ? 1 : category.Count(sign => sign == '.') + 2;

    private static string Period(FigureBy by, string day) => $"date_trunc('{Words<FigureBy>.Write(by)}', {day}::timestamp)::date::text";

    private static string RowSums(string unit)
    {
        return $"""
            {Sum($"({FigureRules.Leads(unit)})::int")}, {Sum($"({FigureRules.Leads(unit)} and r.excluded)::int")},
            {Count(FigureName.Completion, FigurePart.Numerator)},
            {Count(FigureName.Completion, FigurePart.Denominator)} - {Count(FigureName.Completion, FigurePart.Numerator)},
            {Count(FigureName.Response, FigurePart.Denominator)}, {Count(FigureName.Response, FigurePart.Numerator)},
            {Count(FigureName.Satisfaction, FigurePart.Denominator)}, {Count(FigureName.Satisfaction, FigurePart.Numerator)},
            {Count(FigureName.Solution, FigurePart.Denominator)}, {Count(FigureName.Solution, FigurePart.Numerator)}
            """;

        string Count(FigureName figure, FigurePart part) => Sum(FigureRules.Sum(figure, part, unit));
        string Sum(string what) => $"coalesce(sum({what}), 0)::bigint";
    }

    private async Task<List<(string? Key, Counts Counts)>> Counted(RowQuery query, string key, string sums, CancellationToken cancellationToken)
    {
        await using var command = query.Command(reads.Source, $"{key}, {sums}", " group by 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var groups = new List<(string?, Counts)>();
        while (await reader.ReadAsync(cancellationToken))
            groups.Add((KeyOf(reader), Figures.Counted(reader)));
        return groups;
    }

    private async Task<ILookup<string, (ExclusionCause Cause, long Cases)>> Causes(RowQuery query, string key, CancellationToken cancellationToken)
    {
        await using var command = query.Command(reads.Source, $"{key}, {FigureRules.Cause} as cause, count(*)", " group by 1, 2");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var causes = new List<(string Key, ExclusionCause Cause, long Cases)>();
        while (await reader.ReadAsync(cancellationToken))
            causes.Add((KeyOf(reader) ?? "", reader.Word<ExclusionCause>("cause")!.Value, reader.GetInt64(2)));
        return causes.ToLookup(cause => cause.Key, cause => (cause.Cause, cause.Cases), StringComparer.Ordinal);
    }

    private static string? KeyOf(NpgsqlDataReader row) => row.IsDBNull(0) ? null : row.GetString(0);
}
