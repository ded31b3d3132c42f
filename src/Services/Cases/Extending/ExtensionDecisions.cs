using System.Globalization;
using Hotline.Cases.CaseFiles;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Extending;

/// <summary>延期: asked by the unit before it is due, with a legal basis, once for each hand-over; a supervisor decides.</summary>
internal static class ExtensionDecisions
{
    private static readonly Error NotAsked = new(ErrorKind.Conflict, "extension-not-asked");
    private static readonly Error NotForRework = new(ErrorKind.Conflict, "extension-not-for-rework");
    private static readonly Error AskedBefore = new(ErrorKind.Conflict, "extension-asked-before");

    public static Decision Decide(CaseFile file, AskExtension act, ClockPolicy clocks, DateTimeOffset now)
    {
        if (act.WorkingDays < 1 || act.WorkingDays > clocks.LongestExtension)
            return Error.Invalid("workingDays", "out-of-range", "1", clocks.LongestExtension.ToString(CultureInfo.InvariantCulture));
        if (file.Summary.Reworking)
            return NotForRework;
        if (file.Summary.Extension is not null)
            return AskedBefore;
        var due = DueAt(file, clocks, []);
        return now <= due
            ? new ExtensionAsked(file.Lead!.Value, act.WorkingDays, act.LegalBasis, act.Reason)
            : new Error(ErrorKind.Conflict, "extension-too-late", Arguments: [due.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)]);
    }

    public static Decision Decide(CaseFile file, DecideExtension act, ClockPolicy clocks, DateTimeOffset now)
    {
        if (file.Summary.Extension is not { Status: ExtensionStatus.Asked } asked)
            return NotAsked;
        if (!act.Granted)
            return new ExtensionRefused(file.Lead!.Value, act.Reason!);
        var due = DueAt(file, clocks, [new ClockTurn(ClockTurnKind.Extend, now, asked.WorkingDays)]);
        return new ExtensionGranted(file.Lead!.Value, asked.WorkingDays, due);
    }

    private static DateTimeOffset DueAt(CaseFile file, ClockPolicy clocks, IEnumerable<ClockTurn> further)
    {
        var summary = file.Summary;
        var limit = clocks.Limit(ClockName.Handle, summary.Urgency, summary.Type, summary.Category);
        return clocks.Times(limit, summary.HandlingSince!.Value, [.. summary.Turns ?? [], .. further]).DueAt;
    }
}
