using Hotline.Cases.CaseFiles;
using Hotline.Cases.Screening;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Declining;

/// <summary>不予受理: never without telling the citizen why. Findings that agree with the reason are upheld.</summary>
internal static class DeclineDecision
{
    public static Decision Decide(CaseFile file, DeclineCase act)
    {
        var findings = FindingDecisions.Decide(file, kind => FindingDecisions.Agrees(act.Reason, kind), act.Explanation);
        CaseEvent[] events = [.. findings, new CaseDeclined(act.Reason, act.Explanation, act.WhereToGo)];
        return events;
    }
}
