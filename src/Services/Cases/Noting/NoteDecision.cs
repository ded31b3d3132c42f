using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Noting;

/// <summary>A line in the handling record, whoever has the case; internal.</summary>
internal static class NoteDecision
{
    public static Decision Decide(NoteProgress act) =>
        new ProgressNoted(act.By.Unit) { Secrets = new CaseSecrets { Record = act.Note } };
}
