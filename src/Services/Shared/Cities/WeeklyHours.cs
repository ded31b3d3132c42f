using System.Collections.Immutable;

namespace Hotline.Cities;

/// <summary>When a merchant or an expert is on duty: weekdays and hours of local time, holidays or not.</summary>
public sealed class WeeklyHours
{
    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private readonly ImmutableArray<ImmutableArray<MinuteRange>> _byWeekday;

    private WeeklyHours(ImmutableArray<ImmutableArray<MinuteRange>> byWeekday, string text)
    {
        _byWeekday = byWeekday;
        Text = text;
    }

    /// <summary>Day and night, all week.</summary>
    public static WeeklyHours Always { get; } =
        new([.. Enumerable.Repeat(ImmutableArray.Create(new MinuteRange(0, MinuteRange.MinutesPerDay)), 7)], "daily 00:00-24:00");

    /// <summary>As it is written in the city's data.</summary>
    public string Text { get; }

    /// <summary>Whether somebody is on duty at an instant, in the local time of the city.</summary>
    public bool Cover(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var minute = local.Hour * 60 + local.Minute;
        return _byWeekday[(int)local.DayOfWeek].Any(range => range.Contains(minute));
    }

    /// <summary>Reads <c>Mon-Fri 08:00-12:00 14:00-18:00; Sat 09:00-12:00</c>, <c>daily 00:00-24:00</c>, <c>Fri-Sun 18:00-02:00</c>.</summary>
    public static bool TryParse(string text, out WeeklyHours hours)
    {
        hours = Always;
        var byWeekday = new List<MinuteRange>[7];
        for (var day = 0; day < 7; day++)
            byWeekday[day] = [];

        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !parts.All(part => TryAdd(part, byWeekday)))
            return false;
        hours = new WeeklyHours([.. byWeekday.Select(ranges => ranges.ToImmutableArray())], text);
        return true;
    }

    private static bool TryAdd(string part, List<MinuteRange>[] byWeekday)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || Days(words[0]) is not { } days)
            return false;
        foreach (var word in words.Skip(1))
        {
            if (!MinuteRange.TryParse(word, out var range))
                return false;
            foreach (var day in days)
                Put(byWeekday, day, range);
        }

        return true;
    }

    private static void Put(List<MinuteRange>[] byWeekday, int day, MinuteRange range)
    {
        if (range.From < range.To)
        {
            byWeekday[day].Add(range);
            return;
        }

        byWeekday[day].Add(range with { To = MinuteRange.MinutesPerDay });
        byWeekday[(day + 1) % 7].Add(range with { From = 0 });
    }

    private static int[]? Days(string text)
    {
        if (text == "daily")
            return [0, 1, 2, 3, 4, 5, 6];
        var ends = text.Split('-');
        var first = Array.IndexOf(DayNames, ends[0]);
        var last = Array.IndexOf(DayNames, ends[^1]);
        if (ends.Length > 2 || first < 0 || last < 0)
            return null;
        return [.. Enumerable.Range(0, (last - first + 7) % 7 + 1).Select(step => (first + step) % 7)];
    }
}
