using Hotline.Cases.CaseFiles;
using Hotline.Cases.Deadlines;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Supervising;

/// <summary>督办 is a task: whoever is asked says why it takes so long and what will be done. The clock goes on; so does the ladder.</summary>
internal static class SupervisionDecision
{
    private static readonly Error NotOpen = new(ErrorKind.Conflict, "supervision-not-open");

    public static Decision Decide(CaseFile file, AnswerSupervision act)
    {
        var unit = Permissions.UnitOf(act.By.Roles, act.By.Unit);
        return Asked(file.Summary, unit, act.By) is var (clock, level)
            ? new SupervisionAnswered(clock, level, unit) { Secrets = new CaseSecrets { Record = act.Answer } }
            : NotOpen;
    }

    // A unit that assists answers for its own part, and for nothing else.
    private static (string Clock, int Level)? Asked(CaseSummary summary, UnitRef? unit, Actor by)
    {
        if (unit is { } one && one != summary.Lead && one != summary.Dispute?.Body && !by.Is(Role.Supervisor))
            return summary.Assists?.FirstOrDefault(assist => assist.Unit == one)?.Supervision is { } level ? (RunningClocks.Assist, level) : null;
        return summary.Supervision is { } open ? (open.Clock, open.Level) : null;
    }
}
