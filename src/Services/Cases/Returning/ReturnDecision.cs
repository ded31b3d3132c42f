using Hotline.Cases.CaseFiles;
using Hotline.Cities;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Returning;

/// <summary>退单: within the return window only, else the unit is deemed to have accepted.</summary>
internal static class ReturnDecision
{
    public static Decision Decide(CaseFile file, ReturnCase act, City city, DateTimeOffset now)
    {
        var summary = file.Summary;
        var until = city.Clocks.DueAt(ClockName.Return, summary.Urgency, summary.Type, summary.Category, summary.DispatchedAt!.Value);
        return now <= until
            ? new CaseReturned(file.Lead!.Value, act.Reason, act.LegalBasis, act.Explanation)
            : new Error(ErrorKind.Conflict, "return-window-closed", Arguments: [until.ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture)]);
    }
}
