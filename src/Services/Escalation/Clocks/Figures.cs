using Hotline.Cities.Calendars;
using Hotline.Cities.Clocks;

namespace Hotline.Escalation.Clocks;

/// <summary>What the city's policy makes of a run: fixed when it starts, so that a new policy does not move a clock that runs.</summary>
/// <param name="Limit">How long the clock may run.</param>
/// <param name="Exception">Category of the exception that gave the limit; null when the table did.</param>
public sealed record Figures(WorkingDuration Limit, string? Exception, DateTimeOffset WarnAt, DateTimeOffset DueAt)
{
    public static Figures Of(ClockRun run, ClockPolicy policy)
    {
        var (start, clock) = (run.Start, run.Clock);
        return new(
            policy.Limit(clock, start.Urgency, start.Type, start.Category),
            policy.ExceptionFor(clock, start.Urgency, start.Type, start.Category)?.Category,
            policy.WarnAt(clock, start.Urgency, start.Type, start.Category, start.Since),
            policy.DueAt(clock, start.Urgency, start.Type, start.Category, start.Since));
    }
}
