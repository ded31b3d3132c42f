using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Screening;

/// <summary>A case that waits to be compared with others.</summary>
/// <param name="Failures">How often it was tried in vain.</param>
/// <param name="Undecided">Somebody may still be told before deciding on it.</param>
internal sealed record WaitingCase(Guid CaseId, int Failures, bool Undecided);

/// <summary>The cases that wait (<c>insight.to_screen</c>). Nothing of it is in memory: who starts again goes on where the last one died.</summary>
internal sealed class ToScreen(NpgsqlDataSource database)
{
    private const string TakeDue = """
        select case_id, q.failures, r.status in ('received', 'held') and not r.sealed as undecided
        from (select case_id, next_at, failures from insight.to_screen where next_at <= @now order by next_at, case_id limit @limit) q
        join insight.case_row r using (case_id)
        order by q.next_at, case_id
        """;

    private const string ReadOne = $"""
        select {Comparable.Columns}, r.phone_hash from insight.case_row r join insight.case_text t using (case_id) where case_id = @id
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
            due.Add(new WaitingCase(reader.Value<Guid>("case_id"), reader.Value<int>("failures"), reader.Value<bool>("undecided")));
        return due;
    }

    /// <summary>What is compared of it, and the citizen's hash; null when there is none.</summary>
    public async Task<(Comparable Case, string? PhoneHash)> Read(WaitingCase one, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ReadOne);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", one.CaseId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (Comparable.Of(reader), reader.Text("phone_hash"));
    }

    /// <summary>They are done with.</summary>
    public async Task Done(IEnumerable<WaitingCase> cases, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. cases.Select(one => one.CaseId)];
        if (ids.Length > 0)
            await Execute(TakeOut, cancellationToken, new NpgsqlParameter<Guid[]>("ids", ids));
    }

    /// <summary>It is tried again then.</summary>
    public Task Later(WaitingCase one, DateTimeOffset at, CancellationToken cancellationToken) =>
        Execute(PutOff, cancellationToken, new NpgsqlParameter<Guid>("id", one.CaseId), new NpgsqlParameter<DateTime>("at", at.UtcDateTime));

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
