namespace Hotline.Cities.Tests.Calendars;

/// <summary>The slow truth: looks at every minute of the world and asks the wall clock of the zone.</summary>
internal static class MinuteByMinute
{
    public static bool Works(CalendarCase one, DateTimeOffset minute)
    {
        var local = TimeZoneInfo.ConvertTime(minute, one.Zone);
        return one.Pattern.HoursOf(DateOnly.FromDateTime(local.DateTime)).Any(range => range.Contains(local.Hour * 60 + local.Minute));
    }

    public static DateTimeOffset Add(CalendarCase one)
    {
        var now = one.Start;
        for (var left = one.Minutes; left > 0; now = now.AddMinutes(1))
        {
            if (Works(one, now))
                left--;
        }

        return now;
    }

    public static int Between(CalendarCase one, DateTimeOffset to)
    {
        var count = 0;
        for (var now = one.Start; now < to; now = now.AddMinutes(1))
            count += Works(one, now) ? 1 : 0;
        return count;
    }

    /// <summary>The end of the last worked minute of the n-th worked local date after the date of the start.</summary>
    public static DateTimeOffset AddDays(CalendarCase one, int days)
    {
        var seen = new HashSet<DateOnly>();
        var startDate = Local(one, one.Start);
        var end = one.Start;
        for (var now = one.Start; ; now = now.AddMinutes(1))
        {
            var date = Local(one, now);
            if (!Works(one, now) || date == startDate)
                continue;
            if (seen.Add(date) && seen.Count > days)
                return end;
            end = now.AddMinutes(1);
        }
    }

    private static DateOnly Local(CalendarCase one, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, one.Zone).DateTime);
}
