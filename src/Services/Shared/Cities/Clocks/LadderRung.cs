using Hotline.Cities.Calendars;

namespace Hotline.Cities.Clocks;

/// <summary>What happens to an overdue clock.</summary>
public enum LadderAct
{
    /// <summary>催办: the unit is urged.</summary>
    Urge,

    /// <summary>督办: supervision, level 1 the unit, 2 the unit's head, 3 the city.</summary>
    Supervise,
}

/// <summary>One rung: what is done, at which level (0 for urging), how long after the clock was due.</summary>
public sealed record LadderRung(LadderAct Act, int Level, WorkingDuration After);

/// <summary>A rung of the ladder with its instant.</summary>
public readonly record struct LadderStep(LadderAct Act, int Level, DateTimeOffset At);
