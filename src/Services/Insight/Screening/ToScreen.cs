using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Screening;

/// <summary>A case that waits to be compared with others.</summary>
/// <param name="PhoneHash">Of the citizen; null when there is none.</param>
/// <param name="Failures">How often it was tried in vain.</param>
internal sealed record WaitingCase(Comparable Case, string? PhoneHash, int Failures);

/// <summary>The cases that wait (<c>insight.to_screen</c>). Nothing of it is in memory: who starts again goes on where the last one died.</summary>
internal sealed class ToScreen(NpgsqlDataSource database)
{
    // Somebody may still be told before deciding on it.
    private const string Undecided = "r.status in ('received', 'held') and not r.sealed";

    private const string TakeDue = $"""
        select {Comparable.Columns}, r.phone_hash, q.failures
        from insight.to_screen q join insight.case_row r using (case_id) join insight.case_text t using (case_id)
        where q.next_at <= @now and {Undecided}
        order by q.next_at, case_id limit @limit
        """;

    private const string TakeOutDecided = $"""
        delete from insight.to_screen where case_id in (
            select case_id from (select case_id from insight.to_screen where next_at <= @now order by next_at, case_id limit @limit) q
            join insight.case_row r using (case_id) where not ({Undecided}))
        """;

    private const string TakeOut = "delete from insight.to_screen where case_id = @id";

    private const string PutOff = "update insight.to_screen set next_at = @at, failures = failures + 1 where case_id = @id";

    private const string PassOver = """
        delete from insight.to_screen where case_id in (select case_id from insight.to_screen order by next_at desc, case_id desc offset @most)
        """;

    /// <summary>Those whose turn it is, the longest waiting first.</summary>
    public async Task<IReadOnlyList<WaitingCase>> Due(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(TakeDue);
        command.Parameters.Add(new NpgsqlParameter<DateTime>("now", now.UtcDateTime));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<WaitingCase>();
        while (await reader.ReadAsync(cancellationToken))
            due.Add(new WaitingCase(Comparable.Of(reader), reader.Text("phone_hash"), reader.Value<int>("failures")));
        return due;
    }

    /// <summary>Lets go of those that were decided on meanwhile, among so many that wait the longest.</summary>
    /// <returns>How many went.</returns>
    public Task<int> DecidedMeanwhile(DateTimeOffset now, int among, CancellationToken cancellationToken) =>
        Execute(TakeOutDecided, cancellationToken, new NpgsqlParameter<DateTime>("now", now.UtcDateTime), new NpgsqlParameter<int>("limit", among));

    /// <summary>It is done with.</summary>
    public Task Done(WaitingCase one, CancellationToken cancellationToken) =>
        Execute(TakeOut, cancellationToken, new NpgsqlParameter<Guid>("id", one.Case.Row.CaseId));

    /// <summary>It is tried again then.</summary>
    public Task Later(WaitingCase one, DateTimeOffset at, CancellationToken cancellationToken) =>
        Execute(PutOff, cancellationToken, new NpgsqlParameter<Guid>("id", one.Case.Row.CaseId), new NpgsqlParameter<DateTime>("at", at.UtcDateTime));

    /// <summary>Lets the oldest go when more than so many wait.</summary>
    /// <returns>How many went.</returns>
    public Task<int> PassOverBeyond(int most, CancellationToken cancellationToken) =>
        Execute(PassOver, cancellationToken, new NpgsqlParameter<int>("most", most));

    private async Task<int> Execute(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
