using Npgsql;

namespace Hotline.Insight.Rebuilding;

/// <summary>The rebuilds ever started.</summary>
internal sealed class RebuildTable(NpgsqlDataSource database)
{
    // The lock waits for writers that do not know of the rebuild yet; later ones see it.
    private const string Begin = """
        lock table insight.case_row in share row exclusive mode;
        update insight.rebuild set finished_at = @at, given_up = true where finished_at is null;
        truncate insight.case_row_next;
        with existing as (select count(*) as rows from insight.case_row)
        insert into insight.rebuild (started_at, started_by, rows, finished_at)
        select @at, @by, rows, case when rows = 0 then @at end from existing
        returning id;
        """;

    /// <summary>Starts one; one that still runs is given up, for its sender may be gone.</summary>
    /// <returns>Its id.</returns>
    public async Task<int> Start(string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Begin, connection, transaction);
        command.Parameters.AddWithValue("at", at);
        command.Parameters.AddWithValue("by", by);
        var id = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Writes down that everything was sent.</summary>
    public Task Sent(int id, long events, CancellationToken cancellationToken) =>
        Execute("update insight.rebuild set sent = @events where id = @id", cancellationToken, ("id", id), ("events", events));

    /// <summary>Writes down that it will not come to its end.</summary>
    public Task GiveUp(int id, DateTimeOffset at, CancellationToken cancellationToken) =>
        Execute("update insight.rebuild set finished_at = @at, given_up = true where id = @id and finished_at is null", cancellationToken, ("id", id), ("at", at));

    /// <summary>The last one; null when there never was one.</summary>
    public async Task<RebuildStatus?> Last(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select id, started_at, started_by, rows, refreshed, sent, finished_at, given_up from insight.rebuild order by id desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new RebuildStatus(
                reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4),
                reader.GetFieldValue<long?>(5), reader.GetFieldValue<DateTimeOffset?>(6), reader.GetBoolean(7))
            : null;
    }

    private async Task Execute(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>How far a rebuild is.</summary>
/// <param name="Rows">Cases the read model held when it started.</param>
/// <param name="Refreshed">Of these, how many have changed over to their rebuilt row. What stays behind is not (wholly) in the ledger.</param>
/// <param name="Sent">Events the ledger sent; absent while it sends.</param>
/// <param name="FinishedAt">When the last of the rows had changed over.</param>
/// <param name="GivenUp">Ended before that: sending failed, or another rebuild took its place.</param>
public sealed record RebuildStatus(
    int Id, DateTimeOffset StartedAt, string StartedBy, long Rows, long Refreshed, long? Sent, DateTimeOffset? FinishedAt, bool GivenUp);
