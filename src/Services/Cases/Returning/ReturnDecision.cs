using System.Globalization;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Disputing;
using Hotline.Cities;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Returning;

/// <summary>退单: within the return window only, else the unit is deemed to have accepted. Overlapping duties, and a second return of the case, are for
/// the supervision body to rule on.</summary>
internal static class ReturnDecision
{
    private static readonly Error BoundByRuling = new(ErrorKind.Conflict, "bound-by-ruling");
    private static readonly Error RejectedBefore = new(ErrorKind.Conflict, "return-rejected-before");

    public static Decision Decide(CaseFile file, ReturnCase act, City city, DateTimeOffset now)
    {
        var (unit, known) = (file.Lead!.Value, file.Jurisdiction ?? JurisdictionView.Undisputed);
        if (Forbids(known, unit, act.Reason) is { } forbidden)
            return forbidden;
        var summary = file.Summary;
        // The window stands still while the case waits, as its clock says.
        var limit = city.Clocks.Limit(ClockName.Return, summary.Urgency, summary.Type, summary.Category);
        var until = city.Clocks.Times(limit, summary.DispatchedAt!.Value, (summary.Turns ?? []).Where(turn => turn.Kind != ClockTurnKind.Extend)).DueAt;
        if (now > until)
            return new Error(ErrorKind.Conflict, "return-window-closed", Arguments: [until.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)]);

        var returned = new CaseReturned(unit, act.Reason, act.LegalBasis, Privacy.Masked(file, act.Explanation), act.Proper);
        return act.Reason == ReturnReason.OverlappingDuties || known.Returns.Count > 0
            ? new CaseEvent[] { returned, Disputes.Open(file, city, [unit, act.Proper], reason: null) }
            : returned;
    }

    private static Error? Forbids(JurisdictionView known, UnitRef unit, ReturnReason reason) =>
        known.Ruling?.Lead == unit ? BoundByRuling
        : known.Returns.Any(one => one.Unit == unit && one.Reason == reason && one.Upheld == false) ? RejectedBefore
        : null;
}
