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
        SupervisionAnswered[] answers = [.. Asked(file.Summary, unit, act.By)
            .Select(one => new SupervisionAnswered(one.Clock, one.Level, unit) { Secrets = new CaseSecrets { Record = act.Answer } })];
        return answers.Length == 0 ? NotOpen : answers;
    }

    // A unit that assists answers for its own part, and for nothing else. Of several clocks one answer tells: it is one matter, and one delay.
    private static IEnumerable<(string Clock, int Level)> Asked(CaseSummary summary, UnitRef? unit, Actor by) =>
        unit is { } one && one != summary.Lead && one != summary.Dispute?.Body && !by.Is(Role.Supervisor)
            ? (summary.Assists ?? []).Where(assist => assist.Unit == one && assist.Supervision is not null).Select(assist => (RunningClocks.Assist, assist.Supervision!.Value))
            : summary.Supervisions().Select(open => (open.Clock, open.Level));
}
