using Hotline.Insight.Rows;

namespace Hotline.Insight.Clustering;

/// <summary>Reads clusters and incidents.</summary>
internal sealed class Clusters(ReadDatabase reads)
{
    private const string Oldest = "r.received_at, r.case_id";

    /// <summary>The case with a number, if the caller has it in scope.</summary>
    public async Task<CaseRow?> Find(string number, Scope scope, CancellationToken cancellationToken)
    {
        var query = scope.Narrow(new RowQuery("insight.case_row r").Where("r.number = @number", ("number", number)));
        return (await query.Read(reads.Source, Oldest, 1, cancellationToken)).Rows is [var found] ? found : null;
    }

    /// <summary>A page of those that follow a lead case, oldest first.</summary>
    public Task<(List<CaseRow> Rows, bool More)> Followers(string lead, Paging paging, CancellationToken cancellationToken) =>
        Page(new RowQuery("insight.case_row r").Where("r.merged_into = @lead", ("lead", lead)), paging, cancellationToken);

    /// <summary>A page of the incidents that are open, oldest first.</summary>
    public Task<(List<CaseRow> Rows, bool More)> Incidents(Scope scope, Paging paging, CancellationToken cancellationToken) =>
        Page(scope.Narrow(new RowQuery("insight.case_row r").Where("r.incident_until is not null and r.desk is not null")), paging, cancellationToken);

    private Task<(List<CaseRow> Rows, bool More)> Page(RowQuery query, Paging paging, CancellationToken cancellationToken)
    {
        if (paging.After is { } after)
            query.Where("(r.received_at, r.case_id) > (@received, @after)", ("received", after.ReceivedAt), ("after", after.CaseId));
        return query.Read(reads.Source, Oldest, paging.Limit, cancellationToken);
    }
}
