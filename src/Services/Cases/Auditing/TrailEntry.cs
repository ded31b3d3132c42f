using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Hotline.Cases.Auditing;

/// <summary>One thing somebody looked at, or did.</summary>
/// <param name="What"><c>read</c>, <c>unmask</c>, <c>export</c> …; of an act the event it made, e.g. <c>CaseDispatched</c>.</param>
/// <param name="Subject">Who.</param>
/// <param name="Name">Name at that time; acts carry none.</param>
/// <param name="Roles">Roles at that time.</param>
/// <param name="Number">Case it was about.</param>
/// <param name="Version">Version of the case the act made; absent when somebody only looked.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Note">What for, in words; the legal basis of an erasure.</param>
/// <param name="Result"><c>done</c>, or the code of the refusal.</param>
/// <param name="Trace">W3C traceparent of the request.</param>
public sealed record TrailEntry(
    DateTimeOffset At, string What, string Subject, string? Name, string Roles, string? Unit, string? Number, int? Version, string? Purpose, string? Note,
    string Result, string? Trace)
{
    internal static TrailEntry Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(0), row.GetString(3), row.GetString(4), Text(row, 5), row.GetString(6), Text(row, 7), Text(row, 8),
        row.IsDBNull(9) ? null : row.GetInt32(9), Text(row, 10), Text(row, 11), row.GetString(12), Text(row, 13));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>A page of the trail, the newest first.</summary>
/// <param name="Cursor">Send it to get the next page; absent on the last one.</param>
public sealed record TrailPage(IReadOnlyList<TrailEntry> Entries, string? Cursor);

/// <summary>Where a page ended. Accesses and acts may share an instant, so each has a source and a place in it.</summary>
internal sealed record TrailCursor(DateTimeOffset At, int Source, long Place)
{
    /// <summary>Later than anything.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Before the first page.</summary>
    public static TrailCursor Start { get; } = new(Never, 0, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static TrailCursor? Parse(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('/');
        return parts.Length == 3
                && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
                && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var source) && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var place)
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), source, place)
            : null;
    }

    /// <inheritdoc />
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}/{Source}/{Place}")));
}
