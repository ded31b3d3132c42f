using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Withdrawing;

/// <summary>The matter is taken back: it ends, and counts against nobody.</summary>
internal static class WithdrawDecision
{
    public static Decision Decide(CaseFile file, WithdrawCase act)
    {
        var reason = act.Reason is null ? null : Privacy.Masked(file, act.Reason);
        return new CaseEvent[] { new CaseWithdrawn(reason) { Secrets = Privacy.Sealed(act.Reason, reason) }, new CaseClosed(CloseOutcome.Withdrawn) };
    }
}
