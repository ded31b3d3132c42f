using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Assisting;

/// <summary>协办: units that help the one that leads. Each is asked for its part, has a clock of its own, and reports to the record; the lead alone answers the citizen.</summary>
internal static class AssistDecisions
{
    private static readonly Error NotAsked = new(ErrorKind.Conflict, "assist-not-open");

    public static Decision Decide(CaseFile file, AttachUnit act)
    {
        if (act.Unit == file.Lead)
            return Error.Invalid("unit", "unit-leads", act.Unit.ToString());
        if (file.Summary.Assists?.Any(one => one.Unit == act.Unit && one.DoneAt is null) == true)
            return new Error(ErrorKind.Conflict, "assist-open", "unit", [act.Unit.ToString()]);
        return new UnitAttached(act.Unit, file.Rounds) { Secrets = new CaseSecrets { Record = act.Task } };
    }

    public static Decision Decide(CaseFile file, FinishAssist act) =>
        file.Summary.Assists?.FirstOrDefault(one => one.Unit == act.By.Unit && one.DoneAt is null) is { } asked
            ? new AssistFinished(asked.Unit) { Secrets = new CaseSecrets { Record = act.Record } }
            : NotAsked;
}
