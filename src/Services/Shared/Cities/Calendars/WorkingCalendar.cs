namespace Hotline.Cities.Calendars;

/// <summary>
/// Working time of a city. Pure: the same arguments give the same answer for ever. Every instant it answers is in UTC.
/// Years that the calendar's file does not list yet follow the week alone.
/// </summary>
public sealed class WorkingCalendar(TimeZoneInfo zone, WorkingPattern pattern)
{
    public TimeZoneInfo Zone => zone;

    /// <summary>Whether any minute of the local date is worked.</summary>
    public bool IsWorkingDay(DateOnly date) => LocalDay.Spans(date, pattern, zone).Any();

    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The instant at which a limit that starts at <paramref name="start"/> is used up.</summary>
    public DateTimeOffset Add(DateTimeOffset start, WorkingDuration duration) => duration.Unit switch
    {
        DurationUnit.ElapsedMinutes => start.ToUniversalTime().AddMinutes(duration.Amount),
        DurationUnit.WorkingMinutes => AddWorkingTime(start, TimeSpan.FromMinutes(duration.Amount)),
        DurationUnit.WorkingDays => AddWorkingDays(start, duration.Amount),
    };

    /// <summary>Whole working minutes from one instant to a later one; 0 when <paramref name="to"/> is not later.</summary>
    public int Between(DateTimeOffset from, DateTimeOffset to) => (int)WorkingTime(from, to).TotalMinutes;

    /// <summary>Working time from one instant to a later one, seconds kept.</summary>
    public TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        foreach (var span in SpansFrom(from))
        {
            if (span.From >= to)
                break;
            total += Earlier(span.To, to) - Later(span.From, from);
        }

        return total;
    }

    /// <summary>When <paramref name="time"/> of working time has passed since <paramref name="start"/>; the start itself for none.</summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset start, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        if (time == TimeSpan.Zero)
            return start.ToUniversalTime();

        var left = time;
        foreach (var span in SpansFrom(start))
        {
            var begin = Later(span.From, start);
            if (span.To - begin >= left)
                return begin + left;
            left -= span.To - begin;
        }

        throw new InvalidOperationException("the calendar ends before the working time does");
    }

    private DateTimeOffset AddWorkingDays(DateTimeOffset start, int days)
    {
        if (days == 0)
            return start.ToUniversalTime();

        var date = LocalDate(start);
        for (var left = days; left > 0;)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date))
                left--;
        }

        return LocalDay.Spans(date, pattern, zone).Last().To;
    }

    /// <summary>Working spans that end after an instant, in order, without end.</summary>
    private IEnumerable<LocalDay.Span> SpansFrom(DateTimeOffset start)
    {
        for (var date = LocalDate(start); date < DateOnly.MaxValue; date = date.AddDays(1))
        {
            foreach (var span in LocalDay.Spans(date, pattern, zone))
            {
                if (span.To > start)
                    yield return span;
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other.ToUniversalTime();

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other.ToUniversalTime();
}
