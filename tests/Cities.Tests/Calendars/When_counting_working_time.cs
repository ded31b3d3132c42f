using System.Collections.Immutable;
using FsCheck.Xunit;
using Hotline.Cities.Calendars;

namespace Hotline.Cities.Tests.Calendars;

[Properties(Arbitrary = [typeof(CalendarCases)], MaxTest = 250)]
public class When_counting_working_time
{
    [Property]
    public void Adds_minutes_as_a_walk_over_every_minute_does(CalendarCase one) =>
        Assert.Equal(MinuteByMinute.Add(one), one.Calendar.Add(one.Start, WorkingDuration.WorkingMinutes(one.Minutes)));

    [Property]
    public void Counts_minutes_as_a_walk_over_every_minute_does(CalendarCase one)
    {
        var to = one.Start.AddMinutes(one.Minutes * 7);
        Assert.Equal(MinuteByMinute.Between(one, to), one.Calendar.Between(one.Start, to));
    }

    [Property]
    public void Adds_whole_days_as_a_walk_over_every_minute_does(CalendarCase one)
    {
        var days = 1 + one.Minutes % 5;
        Assert.Equal(MinuteByMinute.AddDays(one, days), one.Calendar.Add(one.Start, WorkingDuration.WorkingDays(days)));
    }

    [Fact]
    public void Skips_a_day_whose_hours_the_clock_change_swallowed()
    {
        // In Berlin the hour from 02:00 to 03:00 did not exist on March 25, 2018.
        var pattern = new WorkingPattern([.. Enumerable.Repeat(ImmutableArray.Create(new MinuteRange(135, 165)), 7)], [], [], []);
        var calendar = new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), pattern);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2018, 3, 25)));
        Assert.Equal(
            new DateTimeOffset(2018, 3, 26, 2, 45, 0, TimeSpan.FromHours(2)),
            calendar.Add(new DateTimeOffset(2018, 3, 24, 12, 0, 0, TimeSpan.FromHours(1)), WorkingDuration.WorkingDays(1)));
    }

    [Property]
    public void What_was_added_lies_between(CalendarCase one)
    {
        var due = one.Calendar.Add(one.Start, WorkingDuration.WorkingMinutes(one.Minutes));
        Assert.Equal(one.Minutes, one.Calendar.Between(one.Start, due));
    }

    [Property]
    public void Elapsed_time_asks_no_calendar(CalendarCase one) =>
        Assert.Equal(one.Start.AddMinutes(one.Minutes), one.Calendar.Add(one.Start, WorkingDuration.Minutes(one.Minutes)));
}
