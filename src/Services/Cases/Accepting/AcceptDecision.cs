using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reopening;
using Hotline.Cases.Screening;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Accepting;

/// <summary>受理. A case that is held is accepted with a word on what was found.</summary>
internal static class AcceptDecision
{
    public static Decision Decide(CaseFile file, AcceptCase act)
    {
        var upheld = act.Upheld ?? [];
        if (upheld.Except(file.Summary.Findings ?? []).ToList() is { Count: > 0 } unknown)
            return ScreeningErrors.NotFound(unknown);
        if (file.Status == CaseStatus.Held && string.IsNullOrWhiteSpace(act.Note))
            return ScreeningErrors.ReasonNeeded;
        // Whoever accepts what was appealed against overturns the refusal.
        if (file.Summary.AppealedAt is not null)
            return ReopenDecision.Overturned(act.Note!);
        CaseEvent[] events = [.. FindingDecisions.Decide(file, upheld.Contains, act.Note!), new CaseAccepted(act.Note)];
        return events;
    }
}
