using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;

namespace Hotline.Escalation.Scanning;

/// <summary>Asks the case to act. The grain decides whether its clock still runs.</summary>
internal delegate Task<Outcome<CaseView>> CaseDoor(CaseId caseId, CaseAct act, CancellationToken cancellationToken);

/// <summary>The way to the grains of the cluster.</summary>
internal static class CaseDoors
{
    public static CaseDoor Into(IGrainFactory grains) =>
        (caseId, act, cancellationToken) => grains.GetGrain<ICaseGrain>(caseId.GrainKey).Perform(act, cancellationToken);
}
