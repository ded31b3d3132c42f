namespace Hotline.Cities.Calendars;

/// <summary>The working spans of one local date as instants.</summary>
internal static class LocalDay
{
    public static IEnumerable<Span> Spans(DateOnly date, WorkingPattern pattern, TimeZoneInfo zone)
    {
        var hours = pattern.HoursOf(date);
        if (hours.IsEmpty)
            return [];

        var start = StartOf(date, zone);
        var end = StartOf(date.AddDays(1), zone);
        return (end - start).TotalMinutes == MinuteRange.MinutesPerDay
            ? hours.Select(range => new Span(start.AddMinutes(range.From), start.AddMinutes(range.To)))
            : Walked(start, end, hours, zone);
    }

    // The clocks are changed on this day: a local time may come twice or never, so every minute is asked for its local time.
    private static IEnumerable<Span> Walked(
        DateTimeOffset start, DateTimeOffset end, IReadOnlyCollection<MinuteRange> hours, TimeZoneInfo zone)
    {
        DateTimeOffset? open = null;
        for (var minute = start; minute < end; minute = minute.AddMinutes(1))
        {
            var local = TimeZoneInfo.ConvertTime(minute, zone);
            var works = hours.Any(range => range.Contains(local.Hour * 60 + local.Minute));
            if (works)
                open ??= minute;
            else if (open is { } from)
            {
                yield return new Span(from, minute);
                open = null;
            }
        }

        if (open is { } last)
            yield return new Span(last, end);
    }

    /// <summary>The first instant of a date. Where clocks are changed at midnight this is not 00:00.</summary>
    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>From an instant to an instant, the end not included, both in UTC.</summary>
    internal readonly record struct Span(DateTimeOffset From, DateTimeOffset To);
}
