using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;

namespace Hotline.Insight.Projecting;

/// <summary>
/// By when something is to be done with a case, as its state tells: the order of lists, urgent matters first. Pauses, extensions and the warnings that people see
/// are told by Escalation, which keeps the clocks; what it says comes first.
/// </summary>
internal static class NextDue
{
    /// <summary>The earliest of the clocks that run in the state.</summary>
    /// <param name="changedAt">When the state was last changed.</param>
    public static DateTimeOffset Of(CaseSummary now, DateTimeOffset changedAt, ClockPolicy clocks) =>
        Running(now, changedAt).Select(clock => clocks.DueAt(clock.Name, now.Urgency, now.Type, now.Category, clock.Since)).Min();

    private static IEnumerable<(ClockName Name, DateTimeOffset Since)> Running(CaseSummary now, DateTimeOffset changedAt) => now.Status switch
    {
        CaseStatus.Received or CaseStatus.Held => [(ClockName.Accept, now.AppealedAt ?? now.ReceivedAt)],
        CaseStatus.Dispatched => [(ClockName.Sign, now.DispatchedAt ?? changedAt)],
        CaseStatus.Signed or CaseStatus.InProgress when now is { ContactedAt: null, Reworking: false } =>
            [(ClockName.Contact, now.DispatchedAt ?? changedAt), (ClockName.Handle, now.HandlingSince ?? changedAt)],
        CaseStatus.InReview => [(ClockName.Review, changedAt)],
        CaseStatus.AwaitingVisit => [(ClockName.Visit, now.RepliedAt ?? changedAt)],
        CaseStatus.Disputed => [(ClockName.Rule, now.Dispute?.OpenedAt ?? changedAt)],
        CaseStatus.Signed or CaseStatus.InProgress or CaseStatus.Assigned => [(ClockName.Handle, now.HandlingSince ?? changedAt)],
        // Nobody has it: the citizen waits for it to be handled since it came.
        _ => [(ClockName.Handle, now.ReceivedAt)],
    };
}
