using System.Text.Json;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Feedback.Answering;
using Hotline.Hosting.Database;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Feedback.Telling;

/// <summary>The outbox of notices. A repetition of an event adds nothing.</summary>
internal sealed class NoticeBook(NpgsqlDataSource database, LinkSecrets secrets)
{
    private const string KeepNotice = """
        insert into feedback.notice (case_id, version, number, title, addressee, recipient, text_key, words, at, asks, token_hash, expires_at)
        select $1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12 where not exists (select from feedback.forgotten where case_id = $1) on conflict do nothing
        """;

    private const string Forgetting = """
        with forgotten as (insert into feedback.forgotten values ($1) on conflict do nothing)
        delete from feedback.notice where case_id = $1
        """;

    private const string SelectNotices = $"""
        select {Link.Columns}, tx, recipient, text_key, words from feedback.notice
        where addressee = $1 and tx > $2 and tx < pg_snapshot_xmin(pg_current_snapshot()) order by tx limit $3
        """;

    public async Task Keep(Notice notice, CancellationToken cancellationToken)
    {
        var (about, invitation) = (notice.About, notice.Invitation);
        await using var command = database.CreateCommand(KeepNotice);
        command.Parameters.Add(Parameter.Id(about.CaseId.Value));
        command.Parameters.Add(Parameter.Whole(about.Version));
        command.Parameters.Add(Parameter.Text(about.Number));
        command.Parameters.Add(Parameter.Text(about.Case.Sealed ? null : about.Case.Title));
        command.Parameters.Add(Parameter.Text(notice.Addressee));
        command.Parameters.Add(Parameter.Text(notice.Recipient));
        command.Parameters.Add(Parameter.Text(notice.TextKey));
        command.Parameters.Add(Parameter.Json(notice.Words));
        command.Parameters.Add(Parameter.At(about.At));
        command.Parameters.Add(Parameter.Word(invitation?.Asks));
        command.Parameters.Add(Parameter.Bytes(invitation is null ? null : LinkSecrets.HashOf(secrets.Token(about.CaseId, about.Version))));
        command.Parameters.Add(Parameter.At(invitation?.ExpiresAt));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Drops what was told of a case, and keeps what comes late from being told.</summary>
    public async Task Forget(CaseId caseId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Forgetting);
        command.Parameters.Add(Parameter.Id(caseId.Value));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notices of a client behind a place in the outbox, in the order they were written; one more than asked for when there are more.</summary>
    public async Task<IReadOnlyList<KeptNotice>> After(ulong place, string addressee, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SelectNotices);
        command.Parameters.Add(Parameter.Text(addressee));
        command.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = place, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(Parameter.Whole(limit + 1));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var notices = new List<KeptNotice>();
        while (await reader.ReadAsync(cancellationToken))
            notices.Add(Kept(reader));
        return notices;
    }

    private static KeptNotice Kept(NpgsqlDataReader row) => new(
        row.GetFieldValue<ulong>(Link.Width),
        new CaseId(row.GetGuid(0)),
        row.GetInt32(1),
        row.GetString(2),
        row.At(4),
        row.Text(Link.Width + 1),
        row.GetString(Link.Width + 2),
        JsonSerializer.Deserialize<Dictionary<string, LocalText>>(row.GetString(Link.Width + 3), CaseJson.Options)!,
        Link.Of(row));
}

/// <summary>A notice as it lies in the outbox.</summary>
/// <param name="Place">Where in the outbox.</param>
internal sealed record KeptNotice(
    ulong Place, CaseId CaseId, int Version, string Number, DateTimeOffset At, string? Recipient, string TextKey,
    IReadOnlyDictionary<string, LocalText> Words, Link? Link);
