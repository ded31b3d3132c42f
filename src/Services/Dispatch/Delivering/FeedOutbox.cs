using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Dispatch.Delivering;

/// <summary>SQL of the outbox.</summary>
internal static class FeedOutbox
{
    /// <summary>The oldest events not sent, held by this transaction alone.</summary>
    /// <param name="paused">Departments to leave alone.</param>
    public static async Task<List<OutgoingEvent>> Take(NpgsqlConnection connection, string[] paused, int most, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtext('dispatch.feed_event'))"),
                new NpgsqlBatchCommand(
                    """
                    select position, department, case_id, event_id, name, made_at, body from dispatch.feed_event
                    where sent_at is null and department <> all ($1) order by position limit $2
                    """)
                {
                    Parameters = { new NpgsqlParameter<string[]> { TypedValue = paused }, new NpgsqlParameter<int> { TypedValue = most } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var pending = new List<OutgoingEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            pending.Add(new OutgoingEvent(
                reader.GetInt64(0), reader.GetString(1), reader.GetGuid(2), reader.GetGuid(3), reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5), Encoding.UTF8.GetBytes(reader.GetString(6))));
        }
        return pending;
    }

    /// <summary>Notes how sending went, in the outbox and on the hand-overs that were delivered by it.</summary>
    public static async Task Settle(
        NpgsqlConnection connection, IReadOnlyList<(OutgoingEvent One, Publishing Result)> results, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var group in results.GroupBy(one => one.Result, one => one.One.Position))
        {
            batch.BatchCommands.Add(Statement(
                "update dispatch.feed_event set sent_at = $2, failure = $3, attempts = attempts + 1 where position = any ($1)", group, now));
            batch.BatchCommands.Add(Statement(
                """
                update dispatch.hand_over h set delivered_at = $2, failure = $3, attempts = h.attempts + 1 from dispatch.feed_event e
                where e.position = any ($1) and h.case_id = e.case_id and h.department = e.department and h.round = e.round
                """, group, now));
        }
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Statement(string sql, IGrouping<Publishing, long> sent, DateTimeOffset now)
    {
        var confirmed = sent.Key == Publishing.Confirmed;
        return new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter<long[]> { TypedValue = [.. sent] },
                new NpgsqlParameter<DateTimeOffset?> { TypedValue = confirmed ? now : null, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new NpgsqlParameter<string?> { TypedValue = confirmed ? null : sent.Key.ToString().ToLowerInvariant() },
            },
        };
    }
}
