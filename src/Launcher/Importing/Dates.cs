using System.Globalization;

namespace Hotline.Launcher.Importing;

/// <summary>Dates as other systems write them.</summary>
internal sealed class Dates(Mapping mapping)
{
    private static readonly string[] _always =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
    ];

    private readonly string[] _formats = [.. mapping.Dates, .. _always];
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(mapping.TimeZone);

    /// <summary>Null when the text is no date in any of the formats.</summary>
    public DateTimeOffset? Parse(string text) =>
        DateTime.TryParseExact(text.Trim(), _formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
            ? At(date)
            : null;

    private DateTimeOffset At(DateTime date) => date.Kind switch
    {
        DateTimeKind.Utc => new DateTimeOffset(date),
        DateTimeKind.Local => new DateTimeOffset(date).ToUniversalTime(),
        _ => InZone(date),
    };

    /// <summary>An hour that the clock skipped in spring is read as the one after it.</summary>
    private DateTimeOffset InZone(DateTime date)
    {
        var local = _zone.IsInvalidTime(date) ? date.AddHours(1) : date;
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
