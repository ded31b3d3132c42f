using Hotline.Cities.Reading;

namespace Hotline.Cities.Calendars;

/// <summary>One year of the calendar as read.</summary>
internal sealed record CalendarYear(int Year, IReadOnlyCollection<DateOnly> Holidays, IReadOnlyCollection<DateOnly> MakeUpDays, YamlPart At);

/// <summary>Reads the holidays and make-up days of one year.</summary>
internal static class YearReader
{
    public static CalendarYear Read(YamlPart part)
    {
        var year = part.Required("year")?.Whole(1949, 2199) ?? 0;
        // Where the dates come from is for people: a year without a notice of the State Council is only provisional.
        part.RequiredText("source");
        var holidays = new HashSet<DateOnly>();
        foreach (var holiday in part.Required("holidays")?.Items ?? [])
            ReadHoliday(holiday, year, holidays);

        var makeUpDays = new HashSet<DateOnly>();
        foreach (var item in part.Optional("makeUpDays")?.Items ?? [])
        {
            if (Within(year, item.Date(), item) is not { } day)
                continue;
            if (holidays.Contains(day))
                item.Fault($"{item.Text} is a holiday and a make-up day");
            if (!makeUpDays.Add(day))
                item.Fault($"{item.Text} is listed twice");
        }

        return part.Reported(new CalendarYear(year, holidays, makeUpDays, part));
    }

    private static void ReadHoliday(YamlPart part, int year, HashSet<DateOnly> holidays)
    {
        part.RequiredName("name");
        var first = part.Required("from") is { } from ? Within(year, from.Date(), from) : null;
        var last = part.Optional("to") is { } to ? Within(year, to.Date(), to) : first;
        part.Reported(part);
        if (first is null || last is null)
            return;
        if (last < first)
            part.Fault($"the holiday ends on {last:yyyy-MM-dd} before it begins on {first:yyyy-MM-dd}");
        for (var day = first.Value; day <= last; day = day.AddDays(1))
        {
            if (!holidays.Add(day))
                part.Fault($"{day:yyyy-MM-dd} is a holiday already");
        }
    }

    private static DateOnly? Within(int year, DateOnly day, YamlPart at)
    {
        if (day == DateOnly.MinValue)
            return null;
        if (day.Year == year)
            return day;
        at.Fault($"{day:yyyy-MM-dd} is not in {year}");
        return null;
    }
}
