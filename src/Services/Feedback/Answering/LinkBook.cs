using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Feedback.Answering;

/// <summary>Links by their tokens. Counts the codes that are tried.</summary>
internal sealed class LinkBook(NpgsqlDataSource database)
{
    private const string SelectLink = $"select {Link.Columns} from feedback.notice where token_hash = $1";

    private const string CountTry = """
        update feedback.notice set tries = tries + 1 where token_hash = $1 and tries < $2 and answered_at is null returning tries
        """;

    private const string GiveBackTry = "update feedback.notice set tries = tries - 1 where token_hash = $1";

    private const string CloseLink = "update feedback.notice set answered_at = $2 where token_hash = $1 and answered_at is null";

    public async Task<Link?> Find(string token, CancellationToken cancellationToken)
    {
        await using var command = Command(SelectLink, token);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Link.Of(reader) : null;
    }

    /// <summary>Takes one of the tries before the code is looked at: however many try at once, no more codes are looked at than the policy allows.</summary>
    /// <returns>How many are taken now; null when none was left.</returns>
    public async Task<int?> Try(string token, int limit, CancellationToken cancellationToken)
    {
        await using var command = Command(CountTry, token, Parameter.Whole(limit));
        return (int?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>The code was right: should the case not answer now, the citizen may come again.</summary>
    public Task GiveBack(string token, CancellationToken cancellationToken) => Execute(Command(GiveBackTry, token), cancellationToken);

    /// <summary>The citizen has answered.</summary>
    public Task Close(string token, DateTimeOffset at, CancellationToken cancellationToken) =>
        Execute(Command(CloseLink, token, Parameter.At(at)), cancellationToken);

    private NpgsqlCommand Command(string sql, string token, params ReadOnlySpan<NpgsqlParameter> more)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(Parameter.Bytes(LinkSecrets.HashOf(token)));
        foreach (var parameter in more)
            command.Parameters.Add(parameter);
        return command;
    }

    private static async Task Execute(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command)
            await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
