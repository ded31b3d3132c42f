using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Declining;

/// <summary>不予受理: never without telling the citizen why.</summary>
internal static class DeclineDecision
{
    public static Decision Decide(DeclineCase act) => new CaseDeclined(act.Reason, act.Explanation, act.WhereToGo);
}
