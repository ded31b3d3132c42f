using System.Collections.Frozen;
using System.Collections.Immutable;
using Hotline.Cities.Calendars;
using Hotline.Cities.Categories;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Clocks;

/// <summary>
/// How long everybody may take: clock × urgency × type, with exceptions by category, and what follows when time is up.
/// A limit is the pair of an amount and what it counts, so urgent limits run around the clock because the city's table says hours, not working hours.
/// </summary>
public sealed class ClockPolicy
{
    private readonly WorkingCalendar _calendar;
    private readonly FrozenDictionary<(ClockName, Urgency, CaseType), WorkingDuration> _table;
    private readonly ImmutableArray<ClockException> _exceptions;
    private readonly double _warnAt;

    internal ClockPolicy(
        WorkingCalendar calendar,
        IReadOnlyDictionary<(ClockName, Urgency, CaseType), WorkingDuration> table,
        IEnumerable<ClockException> exceptions,
        IEnumerable<LadderRung> ladder,
        double warnAt,
        int longestExtension)
    {
        _calendar = calendar;
        _table = table.ToFrozenDictionary();
        _exceptions = [.. exceptions.OrderByDescending(one => one.Category.Length)];
        _warnAt = warnAt;
        Rungs = [.. ladder];
        LongestExtension = longestExtension;
    }

    /// <summary>Most working days an extension may grant.</summary>
    public int LongestExtension { get; }

    /// <summary>The ladder of an overdue clock, in order of time.</summary>
    public ImmutableArray<LadderRung> Rungs { get; }

    /// <summary>Exceptions by category, the most specific first.</summary>
    public ImmutableArray<ClockException> Exceptions => _exceptions;

    /// <summary>The limit itself; the exception with the longest matching category wins over the table.</summary>
    public WorkingDuration Limit(ClockName clock, Urgency urgency, CaseType type, string? category) =>
        ExceptionFor(clock, urgency, type, category)?.Within ?? _table[(clock, urgency, type)];

    /// <summary>The exception that gives the limit; null when the table does.</summary>
    public ClockException? ExceptionFor(ClockName clock, Urgency urgency, CaseType type, string? category) =>
        _exceptions.FirstOrDefault(one => Applies(one, clock, urgency, type, category));

    /// <summary>When a clock that starts now is due.</summary>
    public DateTimeOffset DueAt(ClockName clock, Urgency urgency, CaseType type, string? category, DateTimeOffset startedAt) =>
        _calendar.Add(startedAt, Limit(clock, urgency, type, category));

    /// <summary>When a clock that starts now warns: after the policy's share (80 %) of its running time.</summary>
    public DateTimeOffset WarnAt(ClockName clock, Urgency urgency, CaseType type, string? category, DateTimeOffset startedAt)
    {
        var limit = Limit(clock, urgency, type, category);
        return WarnAt(limit, startedAt, _calendar.Add(startedAt, limit));
    }

    /// <summary>The same for a clock whose due time was moved by an extension or a pause.</summary>
    public DateTimeOffset WarnAt(WorkingDuration limit, DateTimeOffset startedAt, DateTimeOffset dueAt)
    {
        if (limit.Unit == DurationUnit.ElapsedMinutes)
            return startedAt.ToUniversalTime() + (dueAt - startedAt) * _warnAt;

        var minutes = (int)(_calendar.Between(startedAt, dueAt) * _warnAt);
        return _calendar.Add(startedAt, WorkingDuration.WorkingMinutes(minutes));
    }

    /// <summary>The new due time of a clock that stood still between two instants. What was left when it was paused is left when it resumes.</summary>
    public DateTimeOffset Resume(WorkingDuration limit, DateTimeOffset dueAt, DateTimeOffset pausedAt, DateTimeOffset resumedAt)
    {
        if (pausedAt >= dueAt || resumedAt <= pausedAt)
            return dueAt.ToUniversalTime();
        return limit.Unit == DurationUnit.ElapsedMinutes
            ? resumedAt.ToUniversalTime() + (dueAt - pausedAt)
            : _calendar.AddWorkingTime(resumedAt, _calendar.WorkingTime(pausedAt, dueAt));
    }

    /// <summary>When a clock warns and is due that was paused, resumed and extended on its way.</summary>
    /// <param name="turns">In the order they happened.</param>
    public ClockTimes Times(WorkingDuration limit, DateTimeOffset startedAt, IEnumerable<ClockTurn> turns)
    {
        var due = _calendar.Add(startedAt, limit);
        var warn = WarnAt(limit, startedAt, due);
        DateTimeOffset? paused = null;
        foreach (var turn in turns)
        {
            switch (turn.Kind)
            {
                case ClockTurnKind.Pause:
                    paused ??= turn.At;
                    break;
                case ClockTurnKind.Resume when paused is { } since:
                    (warn, due, paused) = (Resume(limit, warn, since, turn.At), Resume(limit, due, since, turn.At), null);
                    break;
                case ClockTurnKind.Extend:
                    due = _calendar.Add(due, WorkingDuration.WorkingDays(turn.WorkingDays));
                    warn = WarnAt(limit, startedAt, due);
                    break;
            }
        }

        return new ClockTimes(warn, due, paused);
    }

    /// <summary>Urging and the levels of supervision of a clock due at an instant.</summary>
    public IReadOnlyList<LadderStep> Ladder(DateTimeOffset dueAt) =>
        [.. Rungs.Select(rung => new LadderStep(rung.Act, rung.Level, _calendar.Add(dueAt, rung.After)))];

    private static bool Applies(ClockException one, ClockName clock, Urgency urgency, CaseType type, string? category) =>
        one.Clock == clock && (one.Urgency ?? urgency) == urgency && (one.Type ?? type) == type && CategoryTree.IsUnder(category, one.Category);
}
