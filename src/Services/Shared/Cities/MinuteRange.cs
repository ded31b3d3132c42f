using System.Globalization;

namespace Hotline.Cities;

/// <summary>Part of a local day in minutes after midnight, the end not included; <c>24:00</c> is 1440.</summary>
public readonly record struct MinuteRange(int From, int To)
{
    public const int MinutesPerDay = 24 * 60;

    public bool Contains(int minute) => minute >= From && minute < To;

    /// <summary>Reads <c>08:30-12:00</c>. The end may lie before the start: such a range crosses midnight.</summary>
    public static bool TryParse(string text, out MinuteRange range)
    {
        range = default;
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || !TryParseTime(ends[0], out var from) || !TryParseTime(ends[1], out var to) || from == to || from == MinutesPerDay)
            return false;
        range = new MinuteRange(from, to);
        return true;
    }

    private static bool TryParseTime(string text, out int minute)
    {
        minute = text == "24:00" ? MinutesPerDay : 0;
        if (minute > 0)
            return true;
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return false;
        minute = time.Hour * 60 + time.Minute;
        return true;
    }
}
