using Hotline.Cities.Calendars;

namespace Hotline.Cities.Tests.Calendars;

/// <summary>The calendar of the demo city against dates of the notices of the State Council. Times are those of the city.</summary>
public class When_the_demo_city_works
{
    private readonly WorkingCalendar _calendar = DemoFolder.City.Calendar;

    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-10", true)] // a Saturday worked for National Day
    [InlineData("2026-02-14", true)] // a Saturday worked for Spring Festival
    [InlineData("2026-02-23", false)] // a Monday off
    public void Knows_holidays_and_make_up_days(string date, bool worked) =>
        Assert.Equal(worked, _calendar.IsWorkingDay(DateOnly.Parse(date, null)));

    [Theory]
    [InlineData("2026-11-23 10:00", "1 working day", "2026-11-24 17:30")]
    [InlineData("2026-11-23 03:00", "1 working day", "2026-11-24 17:30")]
    [InlineData("2026-11-21 10:00", "1 working day", "2026-11-23 17:30")]
    [InlineData("2026-09-30 16:00", "2 working days", "2026-10-09 17:30")]
    [InlineData("2026-10-09 16:00", "1 working day", "2026-10-10 17:30")]
    [InlineData("2026-11-23 11:00", "2 working hours", "2026-11-23 15:00")]
    [InlineData("2026-11-20 17:00", "2 working hours", "2026-11-23 10:00")]
    [InlineData("2026-11-23 11:59", "1 working min", "2026-11-23 12:00")]
    [InlineData("2026-11-21 23:50", "30 min", "2026-11-22 00:20")]
    public void Finds_the_end_of_a_limit(string start, string limit, string due)
    {
        Assert.True(WorkingDuration.TryParse(limit, out var duration));
        Assert.Equal(CityTime.Of(due), _calendar.Add(CityTime.Of(start), duration));
    }

    [Fact]
    public void Keeps_seconds()
    {
        var start = CityTime.Of("2026-11-23 10:00").AddSeconds(30);
        Assert.Equal(start.AddMinutes(15), _calendar.Add(start, WorkingDuration.WorkingMinutes(15)));
    }

    [Fact]
    public void Answers_in_utc() =>
        Assert.Equal(TimeSpan.Zero, _calendar.Add(CityTime.Of("2026-11-23 10:00"), WorkingDuration.WorkingDays(1)).Offset);

    [Fact]
    public void Counts_nothing_backwards() =>
        Assert.Equal(0, _calendar.Between(CityTime.Of("2026-11-24 10:00"), CityTime.Of("2026-11-23 10:00")));
}
