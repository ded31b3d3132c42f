using Hotline.Cities;
using Hotline.Cities.Clusters;
using Hotline.Insight.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Insight.Clustering;

/// <summary>A case that may be the same matter.</summary>
/// <param name="Text">Where the words in common are read from.</param>
internal sealed record Similar(CaseRow Row, Likeness Likeness, string Text);

/// <summary>
/// Finds open cases that may be the same matter. The database picks the likely ones among the newest of the line by words in common, category and area;
/// how alike each is, <see cref="Likeness"/> says.
/// </summary>
internal sealed class SimilarCases(ReadDatabase reads, City city, TimeProvider clock)
{
    // Compared in a few milliseconds, and far more than are ever shown.
    private const int Likely = 100;

    private const string Target = $"""
        select {Comparable.Columns}
        from insight.case_row r join insight.case_text t using (case_id) where r.case_id = @id
        """;

    // length − length(ts_delete) is the number of terms in common.
    private static readonly string Candidates = $"""
        with newest as materialized (
            select case_id, category, area, masked_address, incident_until from insight.case_row
            where desk is not null and not sealed and kind = @kind and merged_into is null and received_at >= @since
            order by received_at desc limit @newest),
        expected as materialized (
            select case_id, category, area, masked_address, incident_until from insight.case_row
            where incident_until > @now and desk is not null and not sealed and kind = @kind),
        likely as (
            select case_id from (select * from newest union select * from expected) as known join insight.case_text using (case_id)
            where case_id <> @id
            order by coalesce(incident_until > @now, false) desc, length(document) - length(ts_delete(document, @terms))
                + case when category = @category then 4 else 0 end + case when area = @area then 2 else 0 end
                + case when masked_address = @street then 4 else 0 end desc
            limit {Likely})
        select {Comparable.Columns}
        from likely join insight.case_row r using (case_id) join insight.case_text t using (case_id)
        """;

    /// <summary>Open cases that may be the same matter as a case: incidents that are looked for first, then the most alike.</summary>
    public async Task<IReadOnlyList<Similar>> To(Guid caseId, CancellationToken cancellationToken)
    {
        var (policy, now) = (city.Clusters, clock.GetUtcNow());
        await using var target = reads.Source.CreateCommand(Target);
        target.Parameters.Add(new NpgsqlParameter<Guid>("id", caseId));
        if (await Comparable.Read(target, cancellationToken) is not [var asked])
            return [];
        await using var candidates = Asking(asked, policy, now);
        return [.. (await Comparable.Read(candidates, cancellationToken))
            .Select(candidate => new Similar(candidate.Row, Likeness.Of(asked.Matter, candidate.Matter, policy.Likeness), candidate.Text))
            .Where(found => found.Likeness.Score >= policy.SuggestFrom || IsExpected(found, now))
            .OrderByDescending(found => IsExpected(found, now)).ThenByDescending(found => found.Likeness.Score).ThenBy(found => found.Row.ReceivedAt)
            .Take(policy.Shown)];
    }

    // Staff knew that reports would come: one of the same branch, not from elsewhere, is shown however it is worded.
    private static bool IsExpected(Similar found, DateTimeOffset now) =>
        found.Row.Full.IncidentUntil > now
        && found.Likeness.Reasons.Any(reason => reason is LikenessReason.SameCategory or LikenessReason.SameBranch)
        && !found.Likeness.Elsewhere;

    private NpgsqlCommand Asking(Comparable asked, ClusterPolicy policy, DateTimeOffset now)
    {
        var command = reads.Source.CreateCommand(Candidates);
        var full = asked.Row.Full;
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", asked.Row.CaseId));
        command.Parameters.Add(new NpgsqlParameter<string>("kind", Words<Contracts.Cases.CaseKind>.Write(full.Kind!.Value)));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("since", asked.Row.ReceivedAt.AddDays(-policy.Days)));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("now", now.UtcDateTime));
        command.Parameters.Add(new NpgsqlParameter<int>("newest", policy.Newest));
        command.Parameters.Add(new NpgsqlParameter<string[]>("terms", [.. asked.Matter.Terms]));
        command.Parameters.Add(Text("category", full.Category));
        command.Parameters.Add(Text("area", full.Area));
        command.Parameters.Add(Text("street", full.Address));
        return command;
    }

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };
}
