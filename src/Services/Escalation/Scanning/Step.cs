using Hotline.Cities.Clocks;

namespace Hotline.Escalation.Scanning;

public enum StepKind
{
    /// <summary>The deadline comes near.</summary>
    Warn,

    /// <summary>The deadline, warned of before, is due at another time.</summary>
    Move,

    /// <summary>催办: the deadline passed.</summary>
    Urge,

    /// <summary>督办.</summary>
    Supervise,
}

/// <summary>One thing that happens to a clock that nobody stops.</summary>
/// <param name="Level">Level of supervision, 0 for the other kinds.</param>
public readonly record struct Step(StepKind Kind, int Level, DateTimeOffset At)
{
    /// <summary>Name by which the doing of this step is told from the others: <c>warn</c>, <c>urge</c>, <c>supervise-1</c>.</summary>
    public string Word => Kind == StepKind.Supervise ? $"supervise-{Level}" : Kind.ToString().ToLowerInvariant();
}

/// <summary>The steps of a clock in order: a warning, then the ladder of the city's policy.</summary>
public static class Steps
{
    public static IReadOnlyList<Step> Of(ClockPolicy policy, DateTimeOffset warnAt, DateTimeOffset dueAt) =>
        [new(StepKind.Warn, 0, warnAt), .. policy.Ladder(dueAt).Select(Rung)];

    /// <summary>True for clocks that somebody can be late with. The return window is a right of the unit, not a duty: when it is over, the case is simply the unit's.</summary>
    public static bool Climbs(ClockName clock) => clock != ClockName.Return;

    /// <summary>The index of the step to take now, or null when it is too early or none is left.</summary>
    /// <param name="done">Steps taken so far.</param>
    public static int? Due(IReadOnlyList<Step> steps, int done, DateTimeOffset now)
    {
        if (done >= steps.Count || steps[done].At > now)
            return null;
        // After an outage the deadline itself may be past: a warning would warn nobody.
        var skipsWarning = steps[done].Kind == StepKind.Warn && done + 1 < steps.Count && steps[done + 1].At <= now;
        return skipsWarning ? done + 1 : done;
    }

    /// <summary>What is done outside of that order, at once.</summary>
    public static Step Move(DateTimeOffset now) => new(StepKind.Move, 0, now);

    private static Step Rung(LadderStep rung) =>
        new(rung.Act == LadderAct.Urge ? StepKind.Urge : StepKind.Supervise, rung.Level, rung.At);
}
