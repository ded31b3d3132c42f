using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Accepting;

/// <summary>受理.</summary>
internal static class AcceptDecision
{
    public static Decision Decide(AcceptCase act) => new CaseAccepted(act.Note);
}
