using Hotline.Cities.Calendars;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;

namespace Hotline.Escalation.Explaining;

/// <summary>A deadline as it stands in the table.</summary>
internal sealed record DeadlineRow(
    ClockName Clock,
    int StartedVersion,
    int Round,
    UnitRef? Unit,
    DateTimeOffset StartedAt,
    int LimitAmount,
    DurationUnit LimitUnit,
    string? Exception,
    DateTimeOffset WarnAt,
    DateTimeOffset DueAt,
    int StepsTaken,
    DateTimeOffset? StoppedAt,
    string? StoppedBy,
    DateTimeOffset? PausedAt = null);

/// <summary>All that is known about the clocks of one case.</summary>
internal sealed record ClockFile(
    string Number, UnitRef? Lead, IReadOnlyList<UnitRef> Assisting, IReadOnlyList<ClockMark> Marks, IReadOnlyList<DeadlineRow> Deadlines)
{
    /// <summary>Deadlines that moved with the calendar, in order.</summary>
    public IReadOnlyList<DeadlineMove> Moves { get; init; } = [];
}

/// <summary>A deadline moved because the city's calendar changed.</summary>
internal sealed record DeadlineMove(ClockName Clock, int StartedVersion, UnitRef? Unit, DateTimeOffset At, DateTimeOffset Before, DateTimeOffset After);
