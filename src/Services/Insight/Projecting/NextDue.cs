using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Insight.Projecting;

/// <summary>
/// By when something is to be done with a case, as its state tells: what lists show and are sorted by, until Escalation, which keeps the clocks, warns and tells
/// the time itself. A calendar that was changed meanwhile is known here with the next event of the case.
/// </summary>
internal static class NextDue
{
    /// <summary>The earliest of the clocks that run in the state.</summary>
    /// <param name="changedAt">When the state was last changed.</param>
    public static DateTimeOffset Of(CaseSummary now, DateTimeOffset changedAt, ClockPolicy clocks) =>
        Running(now, changedAt).Select(clock => clocks.Times(
            clocks.Limit(clock.Name, now.Urgency, now.Type, now.Category), clock.Since, Turns(now, clock.Name)).DueAt).Min();

    /// <summary>When help is due that a unit owes.</summary>
    public static DateTimeOffset Of(Assist help, CaseSummary now, ClockPolicy clocks) => clocks.Times(
        clocks.Limit(ClockName.Assist, now.Urgency, now.Type, now.Category), help.Since, Turns(now, ClockName.Assist).Where(turn => turn.At > help.Since)).DueAt;

    // More time is given for handling only; while it waits, no clock runs.
    private static IEnumerable<ClockTurn> Turns(CaseSummary now, ClockName clock) =>
        (now.Turns ?? []).Where(turn => clock == ClockName.Handle || turn.Kind != ClockTurnKind.Extend);

    /// <summary>Whether a clock runs at all. None does for the step from one to the next at the hotline's desk; the citizen waits all the same, and its turn comes.</summary>
    public static bool Runs(CaseStatus status, CaseKind kind) => status switch
    {
        CaseStatus.Accepted or CaseStatus.Triaged => kind == CaseKind.Consultation,
        CaseStatus.Returned or CaseStatus.Merged or CaseStatus.Offered or CaseStatus.Closed or CaseStatus.Declined => false,
        _ => true,
    };

    private static IEnumerable<(ClockName Name, DateTimeOffset Since)> Running(CaseSummary now, DateTimeOffset changedAt) => now.Status switch
    {
        CaseStatus.Received or CaseStatus.Held => [(ClockName.Accept, now.StepSince ?? now.AppealedAt ?? now.ReceivedAt)],
        CaseStatus.Dispatched => [(ClockName.Sign, now.DispatchedAt ?? changedAt), .. Handling(now, changedAt)],
        CaseStatus.InProgress when now.Reworking => [(ClockName.Rework, now.StepSince ?? changedAt)],
        CaseStatus.Signed or CaseStatus.InProgress or CaseStatus.Assigned => Handling(now, changedAt),
        CaseStatus.InReview => [(ClockName.Review, now.StepSince ?? changedAt)],
        CaseStatus.AwaitingVisit => [(ClockName.Visit, now.RepliedAt ?? changedAt)],
        CaseStatus.Disputed => [(ClockName.Rule, now.Dispute?.OpenedAt ?? changedAt)],
        // Nobody has it: the citizen waits since it was accepted.
        _ => [(ClockName.Handle, (now.Kind == CaseKind.Consultation ? now.HandlingSince : null) ?? now.AcceptedAt ?? now.ReceivedAt)],
    };

    private static IEnumerable<(ClockName Name, DateTimeOffset Since)> Handling(CaseSummary now, DateTimeOffset changedAt)
    {
        yield return (ClockName.Handle, now.HandlingSince ?? changedAt);
        // Whoever was answered was spoken to.
        if (now is { ContactedAt: null, Lead.Kind: UnitKind.Department, DispatchedAt: { } dispatched } && !(now.RepliedAt > dispatched))
            yield return (ClockName.Contact, dispatched);
    }
}
