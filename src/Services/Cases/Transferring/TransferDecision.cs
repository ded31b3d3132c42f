using Hotline.Cases.CaseFiles;
using Hotline.Cities.Accounts;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Transferring;

/// <summary>To another officer of the lead unit; nothing else changes, no clock either.</summary>
internal static class TransferDecision
{
    public static Decision Decide(CaseFile file, TransferCase act, CityAccounts accounts)
    {
        var unit = file.Lead!.Value;
        if (!accounts.People.Any(person => person.Name == act.To && person.Unit == unit))
            return Error.Invalid("to", "unknown-officer", act.To, unit.ToString());
        return act.To == file.Summary.Officer
            ? new Error(ErrorKind.Conflict, "officer-has-it", Arguments: [act.To])
            : new CaseTransferred(unit, file.Summary.Officer, act.To, act.Reason);
    }
}
