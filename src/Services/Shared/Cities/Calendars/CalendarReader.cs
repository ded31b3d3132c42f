using System.Collections.Immutable;
using Hotline.Cities.Reading;

namespace Hotline.Cities.Calendars;

/// <summary>Reads <c>calendar.yaml</c>: the week, and year by year the holidays and make-up days.</summary>
internal static class CalendarReader
{
    public const string File = "calendar.yaml";

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static WorkingPattern? Read(CityFolder folder)
    {
        if (YamlFile.Read(folder, File) is not { } root)
            return null;

        var faultsBefore = folder.Faults.Count;
        var week = root.Required("week") is { } part ? Week(part) : [];
        var makeUpHours = root.Required("makeUpHours") is { } hours ? Ranges(hours) : [];
        var years = (root.Required("years")?.Items ?? []).Select(YearReader.Read).ToList();
        NoGap(years);
        root.Reported(root);
        if (week.Length == 7 && week.All(day => day.IsEmpty))
            root.Fault("no weekday has working hours");
        return folder.Faults.Count > faultsBefore
            ? null
            : new WorkingPattern(week, years.SelectMany(year => year.Holidays), years.SelectMany(year => year.MakeUpDays), makeUpHours);
    }

    private static ImmutableArray<MinuteRange>[] Week(YamlPart part) =>
        part.Reported<ImmutableArray<MinuteRange>[]>([.. Weekdays.Select(day => part.Required(day) is { } hours ? Ranges(hours) : [])]);

    private static ImmutableArray<MinuteRange> Ranges(YamlPart hours)
    {
        var ranges = new List<MinuteRange>();
        foreach (var item in hours.Items)
        {
            if (!MinuteRange.TryParse(item.Text, out var range) || range.From > range.To)
                item.Wrong("hours like 08:30-12:00", range);
            else if (ranges.Count > 0 && ranges[^1].To >= range.From)
                item.Fault($"{item.Text} does not come after the hours before it");
            else
                ranges.Add(range);
        }

        return [.. ranges];
    }

    private static void NoGap(List<CalendarYear> years)
    {
        foreach (var (before, after) in years.Zip(years.Skip(1)))
        {
            if (after.Year <= before.Year)
                after.At.Fault($"{after.Year} is listed after {before.Year}");
            else if (after.Year > before.Year + 1)
                after.At.Fault($"gap in the calendar: {after.Year} follows {before.Year}");
        }
    }
}
