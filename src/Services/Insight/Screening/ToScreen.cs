using Hotline.Contracts.Cases;
using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Screening;

/// <summary>A case that waits to be compared with others.</summary>
/// <param name="PhoneHash">Of the citizen; null when there is none.</param>
/// <param name="Failures">How often it was tried in vain.</param>
internal sealed record WaitingCase(Comparable Case, string? PhoneHash, int Failures)
{
    /// <summary>Somebody may still be told before deciding on it.</summary>
    public bool Undecided => Case.Row.Full is { Status: CaseStatus.Received or CaseStatus.Held, Sealed: false };
}

/// <summary>The cases that wait (<c>insight.to_screen</c>). Nothing of it is in memory: who starts again goes on where the last one died.</summary>
internal sealed class ToScreen(NpgsqlDataSource database)
{
    private const string TakeDue = $"""
        select {Comparable.Columns}, r.phone_hash, q.failures
        from (select case_id, next_at, failures from insight.to_screen where next_at <= @now order by next_at, case_id limit @limit) q
        join insight.case_row r using (case_id) join insight.case_text t using (case_id)
        order by q.next_at, case_id
        """;

    private const string TakeOut = "delete from insight.to_screen where case_id = any(@ids)";

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

    /// <summary>They are done with.</summary>
    public async Task Done(IEnumerable<WaitingCase> cases, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. cases.Select(one => one.Case.Row.CaseId)];
        if (ids.Length > 0)
            await Execute(TakeOut, cancellationToken, new NpgsqlParameter<Guid[]>("ids", ids));
    }

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
