using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hotline.Cities.Calendars;

/// <summary>Which local dates are worked, and which hours of them.</summary>
public sealed class WorkingPattern
{
    private readonly ImmutableArray<ImmutableArray<MinuteRange>> _byWeekday;
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly FrozenSet<DateOnly> _makeUpDays;
    private readonly ImmutableArray<MinuteRange> _makeUpHours;

    /// <param name="byWeekday">Seven lists, Sunday first, of ranges in order that do not overlap.</param>
    /// <param name="holidays">Days off whatever their weekday.</param>
    /// <param name="makeUpDays">Weekend days that are worked instead (调休).</param>
    /// <param name="makeUpHours">The hours of a make-up day.</param>
    public WorkingPattern(
        IReadOnlyList<ImmutableArray<MinuteRange>> byWeekday,
        IEnumerable<DateOnly> holidays,
        IEnumerable<DateOnly> makeUpDays,
        ImmutableArray<MinuteRange> makeUpHours)
    {
        if (byWeekday.Count != 7 || byWeekday.All(day => day.IsEmpty))
            throw new ArgumentException("a week has seven days, at least one of them worked", nameof(byWeekday));
        _byWeekday = [.. byWeekday];
        _holidays = holidays.ToFrozenSet();
        _makeUpDays = makeUpDays.ToFrozenSet();
        _makeUpHours = makeUpHours;
    }

    /// <summary>The working hours of a date; empty on a day off.</summary>
    public ImmutableArray<MinuteRange> HoursOf(DateOnly date)
    {
        if (_makeUpDays.Contains(date))
            return _makeUpHours;
        return _holidays.Contains(date) ? [] : _byWeekday[(int)date.DayOfWeek];
    }
}
