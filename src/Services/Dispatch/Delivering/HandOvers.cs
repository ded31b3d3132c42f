using Hotline.Contracts.Cases;
using Npgsql;

namespace Hotline.Dispatch.Delivering;

/// <summary>The state of hand-overs, one row a case, department and round: of whoever is asked again in a round, that of the last time.</summary>
internal static class HandOvers
{
    /// <summary>The statement behind a change.</summary>
    public static NpgsqlBatchCommand Change(ICaseEvent happened, HandOverChange change) => change switch
    {
        HandOverChange.Began began => Statement(
            """
            insert into dispatch.hand_over (case_id, department, handed_at, round, role, number) values ($1, $2, $3, $4, $5, $6)
            on conflict (case_id, department, round) do update
            set handed_at = excluded.handed_at, role = excluded.role, delivered_at = null, failure = null, attempts = 0, acknowledged_at = null, ended_at = null, ending = null
            where excluded.handed_at > hand_over.handed_at
            """, happened, change, began.Round, began.Role.ToString(), happened.Number),
        HandOverChange.Acknowledged => Statement(Update("acknowledged_at = coalesce(acknowledged_at, $3)", "ended_at is null"), happened, change),
        HandOverChange.Ended ended => Statement(Update("ended_at = $3, ending = $4", "ended_at is null"), happened, change, ended.How),
        HandOverChange.Resumed => Statement(
            // Only the last round is resumed; earlier ones ended for good.
            """
            update dispatch.hand_over h set ended_at = null, ending = null where case_id = $1 and department = $2 and $3 >= handed_at
            and round = (select max(round) from dispatch.hand_over l where l.case_id = $1 and l.department = $2)
            """, happened, change),
        _ => throw new InvalidOperationException($"{change.GetType().Name} is no change of a hand-over"),
    };

    /// <summary>How many cases a department has in hand, and how many of those its queue has not taken.</summary>
    public static async Task<(int Open, int Undelivered)> Count(NpgsqlDataSource database, string department, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select count(distinct case_id)::int, (count(*) filter (where delivered_at is null))::int
            from dispatch.hand_over where department = $1 and ended_at is null
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = department });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    private static string Update(string set, string where) => $"update dispatch.hand_over set {set} where case_id = $1 and department = $2 and {where}";

    private static NpgsqlBatchCommand Statement(string sql, ICaseEvent happened, HandOverChange change, params object[] more)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = happened.CaseId.Value },
                new NpgsqlParameter<string> { TypedValue = change.Department },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = happened.At.ToUniversalTime() },
            },
        };
        foreach (var value in more)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
