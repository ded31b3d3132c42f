using Hotline.Cities.Clocks;
using Hotline.Contracts.Errors;
using Hotline.Escalation.Clocks;
using Hotline.GrainContracts.Cases;

namespace Hotline.Escalation.Scanning;

/// <summary>What a step asks of the case, and what the answer means for the deadline. Pure.</summary>
internal static class StepTaker
{
    /// <summary>Who acts.</summary>
    public static readonly Actor Escalation = Actor.System("escalation");

    /// <summary>The act of a step. Whoever tries it again, after a lost answer or a lost scanner, tries it under the same operation id; with another due time
    /// it is another act.</summary>
    public static CaseAct Act(ClaimedDeadline deadline, Step step)
    {
        var clock = deadline.Clock.Word();
        var assisting = deadline.Clock == ClockName.Assist ? deadline.Unit : null;
        var operation = Operation.IdFor(
            $"escalation.{clock}.{step.Word}{(assisting is { } unit ? $".{unit}" : "")}@{deadline.DueAt.UtcTicks}", deadline.CaseId, deadline.StartedVersion);
        return step.Kind switch
        {
            StepKind.Warn => new WarnOfDeadline(Escalation, operation, clock, deadline.DueAt, assisting),
            StepKind.Move => new MoveDeadline(Escalation, operation, clock, deadline.DueAt, assisting),
            StepKind.Urge => new MissDeadline(Escalation, operation, clock, deadline.DueAt, assisting),
            StepKind.Supervise => new OpenSupervision(Escalation, operation, clock, step.Level, deadline.DueAt, assisting),
        };
    }

    /// <summary>The step was taken: wait for the next one.</summary>
    public static Settlement Taken(ClaimedDeadline deadline, IReadOnlyList<Step> steps, int index) =>
        new(deadline, index + 1, index + 1 < steps.Count ? steps[index + 1].At : null, Told: true);

    /// <summary>The case knows the new due time: wait for the step that was next.</summary>
    public static Settlement Moved(ClaimedDeadline deadline, IReadOnlyList<Step> steps) => Early(deadline, steps) with { Told = true };

    /// <summary>Nothing is due yet, or ever again.</summary>
    public static Settlement Early(ClaimedDeadline deadline, IReadOnlyList<Step> steps) =>
        new(deadline, deadline.Done, deadline.Done < steps.Count ? steps[deadline.Done].At : null);

    /// <summary>The case answered with an error. Only two say that there is nothing to escalate; with any other the step is still owed.</summary>
    public static Settlement Refused(ClaimedDeadline deadline, Error error, DateTimeOffset now, TimeSpan longestPause) =>
        error.Code is "illegal-transition" or "case-unknown"
            ? new(deadline, deadline.Done, NextAt: null, Refused: error.Code)
            : Failed(deadline, now, longestPause);

    /// <summary>The case has gone on and the event that says so is still on its way here. Look again until it has come: it will stop the clock.</summary>
    public static Settlement Behind(ClaimedDeadline deadline, DateTimeOffset now, TimeSpan longestPause) =>
        Failed(deadline, now, longestPause) with { Refused = "not-running" };

    /// <summary>No answer, or one that says "not now": again after a pause that doubles.</summary>
    public static Settlement Failed(ClaimedDeadline deadline, DateTimeOffset now, TimeSpan longestPause)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(deadline.Failures, 16)), longestPause.TotalSeconds));
        return new(deadline, deadline.Done, now + pause, Math.Min(deadline.Failures + 1, short.MaxValue));
    }
}
