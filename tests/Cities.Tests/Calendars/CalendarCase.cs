using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Hotline.Cities.Calendars;

namespace Hotline.Cities.Tests.Calendars;

/// <summary>A random calendar, an instant and an amount of minutes.</summary>
public sealed record CalendarCase(string ZoneId, WorkingPattern Pattern, string Hours, DateTimeOffset Start, int Minutes)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    public WorkingCalendar Calendar => new(Zone, Pattern);
}

/// <summary>Calendars in zones that never change their clocks, change them at night, at midnight, and by half an hour.</summary>
public static class CalendarCases
{
    private static readonly string[] Weeks =
    [
        "08:30-12:00 14:00-17:30", "00:00-24:00", "01:00-04:00", "02:15-02:45", "00:00-02:30 23:00-24:00", "09:00-09:20",
    ];

    /// <summary>Days on which some of the zones change their clocks, and a holiday season.</summary>
    private static readonly DateTimeOffset[] Anchors =
    [
        Utc(2018, 3, 25), Utc(2018, 10, 28), Utc(2018, 11, 4), Utc(2018, 2, 18), Utc(2018, 4, 1), Utc(2018, 10, 7), Utc(2018, 12, 31),
    ];

    public static Arbitrary<CalendarCase> Cases() => (
        from zone in Gen.Elements("Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC")
        from hours in Gen.Elements(Weeks)
        from workedDays in Gen.Choose(1, 127)
        from holidays in Gen.ListOf(Gen.Choose(-4, 6))
        from makeUpDays in Gen.ListOf(Gen.Choose(-4, 6))
        from anchor in Gen.Elements(Anchors)
        from offset in Gen.Choose(-3 * 1440, 2 * 1440)
        from minutes in Gen.Choose(0, 400)
        select new CalendarCase(zone, Pattern(hours, workedDays, anchor, holidays, makeUpDays), hours, anchor.AddMinutes(offset), minutes)).ToArbitrary();

    private static WorkingPattern Pattern(string hours, int workedDays, DateTimeOffset anchor, IEnumerable<int> holidays, IEnumerable<int> makeUpDays)
    {
        var ranges = Ranges(hours);
        DateOnly Day(int offset) => DateOnly.FromDateTime(anchor.UtcDateTime).AddDays(offset);
        return new WorkingPattern(
            [.. Enumerable.Range(0, 7).Select(day => (workedDays & (1 << day)) != 0 ? ranges : [])],
            holidays.Select(Day),
            makeUpDays.Select(Day),
            ranges);
    }

    private static ImmutableArray<MinuteRange> Ranges(string hours) =>
        [.. hours.Split(' ').Select(text => MinuteRange.TryParse(text, out var range) ? range : throw new FormatException(text))];

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
