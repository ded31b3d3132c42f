using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Supervising;

/// <summary>督办 is a task: whoever is asked says why it takes so long and what will be done. The clock goes on; so does the ladder.</summary>
internal static class SupervisionDecision
{
    private static readonly Error NotOpen = new(ErrorKind.Conflict, "supervision-not-open");

    public static Decision Decide(CaseFile file, AnswerSupervision act) => file.Summary.Supervision is { } open
        ? new SupervisionAnswered(open.Clock, open.Level, Permissions.UnitOf(act.By.Roles, act.By.Unit)) { Secrets = new CaseSecrets { Record = act.Answer } }
        : NotOpen;
}
