using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Erasing;

/// <summary>Erases the citizen. The ledger adds the chain over what is left when it takes the words out.</summary>
internal static class EraseDecision
{
    public static Decision Decide(EraseCitizen act) => new CitizenErased(act.LegalBasis, Chain: "");
}
