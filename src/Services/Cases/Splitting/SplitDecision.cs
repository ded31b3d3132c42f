using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Splitting;

/// <summary>The record of a split; the parts are there already.</summary>
internal static class SplitDecision
{
    public static Decision Decide(SplitCase act) => new CaseSplit(act.Into);
}
