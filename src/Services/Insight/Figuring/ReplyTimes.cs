using Hotline.Insight.Rows;

namespace Hotline.Insight.Figuring;

/// <summary>
/// How long citizens waited for the answer that stands, from receipt. Counted from the rows when somebody asks: a median cannot be kept by differences,
/// and a second is no time to wait for a figure.
/// </summary>
internal sealed class ReplyTimes(ReadDatabase reads)
{
    private const string Minutes = "extract(epoch from r.answered_at - r.received_at) / 60";

    private const string Sums = $"""
        count(*), round(avg({Minutes}), 2)::float8,
        percentile_cont(array[0.5, 0.9]) within group (order by ({Minutes})::float8)
        """;

    /// <summary>The groups, in the order of their keys; without <paramref name="by"/> one group of everything that was answered.</summary>
    public async Task<IReadOnlyList<ReplyTime>> Read(FigureBy? by, FigureQuestion question, CancellationToken cancellationToken)
    {
        var query = question.Narrow(new RowQuery("insight.case_row r").Where("r.answered_at is not null and not r.excluded"));
        if (by == FigureBy.Unit)
            query.Where("r.lead is not null");
        await using var command = query.Command(reads.Source, $"{Breakdown.RowKey(by, question)}, {Sums}", " group by 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var groups = new List<ReplyTime>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var middle = await reader.GetFieldValueAsync<double[]>(3, cancellationToken);
            groups.Add(new ReplyTime(
                await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0),
                reader.GetInt64(1), reader.GetDouble(2), Math.Round(middle[0], 2), Math.Round(middle[1], 2)));
        }
        return [.. groups.OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal)];
    }
}

/// <summary>How long the citizens of a group of cases waited for their answer, in minutes by the clock, nights and holidays included.</summary>
/// <param name="Key">What the cases have in common; absent for everything, and for cases without a category.</param>
/// <param name="Answered">How many cases were answered. Those that count for nobody are left out, as of every figure.</param>
/// <param name="MeanMinutes">On average.</param>
/// <param name="MedianMinutes">Half of them waited no longer.</param>
/// <param name="NinthDecileMinutes">Nine of ten waited no longer.</param>
public sealed record ReplyTime(string? Key, long Answered, double MeanMinutes, double MedianMinutes, double NinthDecileMinutes);

/// <summary>Reply times, told apart by something, or of everything asked about as one group.</summary>
public sealed record ReplyTimeList(IReadOnlyList<ReplyTime> Groups);
