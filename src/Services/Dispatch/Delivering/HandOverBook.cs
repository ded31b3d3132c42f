using Hotline.Contracts.Units;
using Npgsql;

namespace Hotline.Dispatch.Delivering;

/// <summary>Reads hand-overs, and has one sent again.</summary>
internal sealed class HandOverBook(NpgsqlDataSource database, TimeProvider time)
{
    private const string Columns = "department, round, role, handed_at, delivered_at, attempts, failure, sent_again_at, acknowledged_at, ended_at, ending, sent_again_by";

    private const string OfCase = $"select {Columns} from dispatch.hand_over where number = $1 order by handed_at, round, role, department";

    // What delivers it is in the outbox still: the outbox is the archive of the feed as well.
    private const string Again = $"""
        with asked as (
          update dispatch.hand_over set delivered_at = null, failure = null, sent_again_at = $4, sent_again_by = $5
          where number = $1 and department = $2 and round = $3 and ended_at is null returning *),
        unsent as (
          update dispatch.feed_event e set sent_at = null from asked a
          where (e.case_id, e.department, e.round) = (a.case_id, a.department, a.round))
        select {Columns} from asked
        """;

    /// <summary>Every hand-over of a case, in order.</summary>
    public async Task<IReadOnlyList<HandOverView>> Of(string number, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(OfCase);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        return await Read(command, cancellationToken);
    }

    /// <summary>Has a hand-over sent once more; null when it has ended.</summary>
    public async Task<HandOverView?> SendAgain(string number, UnitRef department, int round, string by, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Again);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = department.Code });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = round });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = by });
        return (await Read(command, cancellationToken)).SingleOrDefault();
    }

    private static async Task<List<HandOverView>> Read(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<HandOverView>();
        while (await row.ReadAsync(cancellationToken))
        {
            var (delivered, failure, acknowledged, ended) = (At(4), Text(6), At(8), At(9));
            found.Add(new(
                UnitRef.Department(row.GetString(0)), row.GetInt32(1), row.GetString(2).ToLowerInvariant(), StateOf(delivered, failure, acknowledged, ended),
                row.GetFieldValue<DateTimeOffset>(3), delivered, row.GetInt32(5), failure, At(7), Text(11), acknowledged, ended, Text(10)));
        }
        return found;

        DateTimeOffset? At(int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateTimeOffset>(at);
        string? Text(int at) => row.IsDBNull(at) ? null : row.GetString(at);
    }

    private static HandOverState StateOf(DateTimeOffset? delivered, string? failure, DateTimeOffset? acknowledged, DateTimeOffset? ended) => (delivered, failure, acknowledged, ended) switch
    {
        (_, _, _, not null) => HandOverState.Ended,
        (_, _, not null, _) => HandOverState.Acknowledged,
        (not null, _, _, _) => HandOverState.Delivered,
        (_, not null, _, _) => HandOverState.Failed,
        _ => HandOverState.Waiting,
    };
}
