using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Saving;

/// <summary>Keeps <c>insight.saved_filter</c>: the filters of people, not of the ledger.</summary>
internal sealed class SavedFilters(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Most filters of a person.</summary>
    public const int Most = 50;

    // One save of a person at a time: two at once must not both be the fiftieth.
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('insight.saved_filter ' || @subject, 0))";

    private static readonly string Write = $"""
        insert into insight.saved_filter (subject, name, list, filter, changed_at)
        select @subject, @name, @list, @filter::jsonb, @at
        where (select count(*) from insight.saved_filter where subject = @subject and name <> @name) < {Most}
        on conflict (subject, name) do update set list = excluded.list, filter = excluded.filter, changed_at = excluded.changed_at
        """;

    /// <summary>All filters of a person.</summary>
    public async Task<IReadOnlyList<SavedFilter>> All(string subject, CancellationToken cancellationToken) =>
        await Read("subject = @subject order by name", cancellationToken, ("subject", subject));

    /// <summary>One filter of a person; null when there is none of that name.</summary>
    public async Task<SavedFilter?> Find(string subject, string name, CancellationToken cancellationToken) =>
        (await Read("subject = @subject and name = @name", cancellationToken, ("subject", subject), ("name", name))).SingleOrDefault();

    /// <summary>Saves a filter, in place of the one of that name.</summary>
    /// <returns>What was saved; null when the person has as many as there may be.</returns>
    public async Task<SavedFilter?> Save(string subject, string name, string list, CaseFilter filter, CancellationToken cancellationToken)
    {
        var saved = new SavedFilter(name, list, filter, clock.GetUtcNow());
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock) { Parameters = { new("subject", subject) } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Write)
        {
            Parameters =
            {
                new("subject", subject), new("name", name), new("list", list),
                new("filter", JsonSerializer.Serialize(filter, CaseJson.Options)), new("at", saved.ChangedAt),
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return batch.BatchCommands[1].RecordsAffected == 0 ? null : saved;
    }

    /// <summary>Forgets a filter.</summary>
    /// <returns>Whether there was one of that name.</returns>
    public async Task<bool> Delete(string subject, string name, CancellationToken cancellationToken)
    {
        await using var command = Command("delete from insight.saved_filter where subject = @subject and name = @name", ("subject", subject), ("name", name));
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private async Task<List<SavedFilter>> Read(string condition, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        await using var command = Command($"select name, list, filter, changed_at from insight.saved_filter where {condition}", parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<SavedFilter>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var filter = JsonSerializer.Deserialize<CaseFilter>(reader.GetString(2), CaseJson.Options)!;
            found.Add(new SavedFilter(reader.GetString(0), reader.GetString(1), filter, reader.GetFieldValue<DateTimeOffset>(3)));
        }
        return found;
    }

    private NpgsqlCommand Command(string sql, params (string Name, string Value)[] parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
