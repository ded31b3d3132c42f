using Hotline.Cases.CaseFiles;
using Hotline.Cases.Merging;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Triaging;

/// <summary>初办: who checks a matter has taken it on, so a received case is accepted in the same act.</summary>
internal static class TriageDecision
{
    public static Decision Decide(CaseFile file, TriageCase act)
    {
        if (act.Sealed && MergeDecisions.Led(file) is { } followed)
            return followed;
        var triaged = new CaseTriaged(
            act.Category,
            act.Kind ?? file.Summary.Kind,
            act.Type ?? file.Summary.Type,
            act.Urgency ?? file.Summary.Urgency,
            act.Sealed || file.Summary.Sealed,
            act.ProposedLead,
            act.Rule,
            act.ProposedAssisting,
            act.Why);
        return file.Status == CaseStatus.Received ? new CaseEvent[] { new CaseAccepted(null), triaged } : triaged;
    }
}
