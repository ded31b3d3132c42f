using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Pausing;

/// <summary>挂起 and its end. No clock runs on a paused case.</summary>
internal static class PauseDecisions
{
    private static readonly Error NotPaused = new(ErrorKind.Conflict, "case-not-paused");

    public static Decision Decide(CaseFile file, PauseCase act) => new CasePaused(file.Lead, act.Reason) { Secrets = Note(act.Note) };

    public static Decision Decide(CaseFile file, ResumeCase act) =>
        file.Summary.PausedAt is null ? NotPaused : new CaseResumed(act.By.Unit) { Secrets = Note(act.Note) };

    private static CaseSecrets? Note(string? note) => note is null ? null : new CaseSecrets { Record = note };
}
