using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Withdrawing;

/// <summary>The matter is taken back: it ends, and counts against nobody.</summary>
internal static class WithdrawDecision
{
    public static Decision Decide(WithdrawCase act) => new CaseEvent[] { new CaseWithdrawn(act.Reason), new CaseClosed(CloseOutcome.Withdrawn) };
}
