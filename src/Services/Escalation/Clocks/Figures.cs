using Hotline.Cities.Calendars;
using Hotline.Cities.Clocks;

namespace Hotline.Escalation.Clocks;

/// <summary>What the city's policy makes of a run: fixed when it starts, so that a new policy does not move a clock that runs, until it is paused or extended.</summary>
/// <param name="Limit">How long the clock may run.</param>
/// <param name="Exception">Category of the exception that gave the limit; null when the table did.</param>
public sealed record Figures(WorkingDuration Limit, string? Exception, ClockTimes Times)
{
    public static Figures Of(ClockRun run, ClockPolicy policy)
    {
        var (start, clock) = (run.Start, run.Clock);
        var limit = policy.Limit(clock, start.Urgency, start.Type, start.Category);
        return new(
            limit,
            policy.ExceptionFor(clock, start.Urgency, start.Type, start.Category)?.Category,
            policy.Times(limit, start.Since, run.Turns));
    }
}
