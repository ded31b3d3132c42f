using Hotline.Cities;
using Hotline.Cities.Clusters;
using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Suggesting;

/// <summary>Finds, among the newest cases whose category somebody decided on, those most like a text: triaged or handed over, never a sealed one.</summary>
internal sealed class DecidedCases(ReadDatabase reads, City city, TimeProvider clock)
{
    // How far back it is looked when hardly any case was decided on, as after an import.
    private const int Scanned = 20_000;

    // length − length(ts_delete) is the number of terms in common.
    private static readonly string Nearest = $"""
        with newest as materialized (
            select case_id from (
                select case_id, status, category, sealed, outcome from insight.case_row
                where received_at >= @since order by received_at desc, case_id desc limit {Scanned}) as scanned
            where category is not null and not sealed and status not in ('received', 'held', 'accepted', 'offered', 'declined', 'merged')
              and coalesce(outcome not in ('withdrawn', 'declined', 'merged'), true)
            limit @newest),
        likely as (
            select case_id from newest join insight.case_text using (case_id)
            where not erased
            order by length(document) - length(ts_delete(document, @terms)) desc
            limit @voters)
        select {Comparable.Columns} from likely join insight.case_row r using (case_id) join insight.case_text t using (case_id)
        """;

    /// <summary>The nearest cases with how alike their words are, the most alike first.</summary>
    /// <param name="text">As far as it is written.</param>
    public async Task<IReadOnlyList<Similar>> Like(string text, CancellationToken cancellationToken)
    {
        var policy = city.Clusters.Categories;
        // Of the text nothing is known yet but its words.
        var asked = new Matter(Terms.Of(text), null, null, null, null);
        await using var command = reads.Source.CreateCommand(Nearest);
        command.Parameters.Add(new NpgsqlParameter<DateTime>("since", clock.GetUtcNow().UtcDateTime.AddDays(-policy.Days)));
        command.Parameters.Add(new NpgsqlParameter<int>("newest", policy.Newest));
        command.Parameters.Add(new NpgsqlParameter<int>("voters", policy.Voters));
        command.Parameters.Add(new NpgsqlParameter<string[]>("terms", [.. asked.Terms]));
        return [.. (await Comparable.Read(command, cancellationToken))
            .Select(one => new Similar(one.Row, Likeness.Of(asked, one.Matter, city.Clusters.Likeness), text))
            .Where(one => one.Likeness.Score >= policy.From)
            .OrderByDescending(one => one.Likeness.Score).ThenByDescending(one => one.Row.ReceivedAt)];
    }
}
