using Hotline.Insight.Rows;

namespace Hotline.Insight.Figuring;

/// <summary>Opens a figure down to its cases, newest first.</summary>
internal sealed class FigureCases(ReadDatabase reads)
{
    /// <summary>A page of the cases that make up a part of a figure.</summary>
    public async Task<FigureCasePage> Page(
        FigureName figure, FigurePart part, ExclusionCause? cause, FigureQuestion question, Scope scope, Paging paging, CancellationToken cancellationToken)
    {
        var (count, hidden) = await Count(Query(), FigureRules.Sum(figure, part, question.OfUnit), scope, cancellationToken);
        var query = Query();
        query.Where($"not {Hides(scope)}");
        if (paging.After is { } after)
            query.Where("(r.received_at, r.case_id) < (@received, @id)", ("received", after.ReceivedAt), ("id", after.CaseId));
        var (rows, more) = await query.Read(reads.Source, "r.received_at desc, r.case_id desc", paging.Limit, cancellationToken);
        var page = CasePage.Of(rows, more, scope);
        return new FigureCasePage(count, hidden, page.Items, page.Cursor);

        RowQuery Query()
        {
            var all = question.NarrowToPart(new RowQuery("insight.case_row r")).Where($"{FigureRules.Sum(figure, part, question.OfUnit)} > 0");
            return cause is { } only ? all.Where(FigureRules.Cause + " = @cause", ("cause", Words<ExclusionCause>.Write(only))) : all;
        }
    }

    private async Task<(long Count, long Hidden)> Count(RowQuery query, string sum, Scope scope, CancellationToken cancellationToken)
    {
        await using var command = query.Command(reads.Source, $"coalesce(sum({sum}), 0)::bigint, coalesce(sum({sum}) filter (where {Hides(scope)}), 0)::bigint");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    // A unit answers for what it lost, and knows no more of a sealed lane than anybody else once it has lost it.
    private static string Hides(Scope scope) =>
        !scope.SeesSealed ? "r.sealed" : scope.Unit is null ? "false" : $"(r.sealed and not coalesce({RowQuery.Involves}, false))";
}

/// <summary>The cases that make up a part of a figure.</summary>
/// <param name="Count">Exactly what the figure says: cases; of satisfaction and solution visits, of which a case may hold several.</param>
/// <param name="Hidden">Of these, how many are sealed and on no page: the question would tell what they are about.</param>
/// <param name="Items">The cases of this page, newest first.</param>
/// <param name="Cursor">Send it to get the next page; absent on the last one.</param>
public sealed record FigureCasePage(long Count, long Hidden, IReadOnlyList<CaseItem> Items, string? Cursor);
