using Hotline.Contracts.Cases;
using Hotline.Feedback.Telling;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Feedback.Answering;

/// <summary>The link of a notice, as it stands.</summary>
/// <param name="Version">Version of the case that the notice told of.</param>
/// <param name="Title">Masked; null for sealed lanes.</param>
/// <param name="At">When the event was of which the notice told.</param>
/// <param name="Tries">Codes tried.</param>
/// <param name="IsNewest">Nothing was told of the case since.</param>
internal sealed record Link(
    CaseId CaseId, int Version, string Number, string? Title, DateTimeOffset At, LinkQuestion Asks, DateTimeOffset ExpiresAt, int Tries,
    DateTimeOffset? AnsweredAt, bool IsNewest)
{
    /// <summary>What a select from <c>feedback.notice</c> begins with.</summary>
    public const string Columns = """
        case_id, version, number, title, at, asks, expires_at, tries, answered_at,
        not exists (select from feedback.notice later where later.case_id = notice.case_id and later.version > notice.version)
        """;

    /// <summary>How many columns that are.</summary>
    public const int Width = 10;

    /// <summary>The link in a row; null when the notice has none.</summary>
    public static Link? Of(NpgsqlDataReader row) => row.WordOrNull<LinkQuestion>(5) is not { } asks ? null : new(
        new CaseId(row.GetGuid(0)), row.GetInt32(1), row.GetString(2), row.Text(3), row.At(4), asks, row.At(6), row.GetInt32(7), row.AtOrNull(8),
        row.GetBoolean(9));
}
