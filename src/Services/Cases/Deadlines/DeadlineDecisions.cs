using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Deadlines;

/// <summary>Warnings and escalations on the record. A deadline that is not due yet is refused, whatever clock the asker has.</summary>
internal static class DeadlineDecisions
{
    private static readonly Error NotDue = new(ErrorKind.Conflict, "deadline-not-due");

    public static Decision Decide(CaseFile file, WarnOfDeadline act) => new DeadlineApproached(act.Clock, act.DueAt, file.Lead);

    public static Decision Decide(CaseFile file, MissDeadline act, DateTimeOffset now) =>
        now >= act.DueAt ? new DeadlineMissed(act.Clock, act.DueAt, file.Lead) : NotDue;

    public static Decision Decide(CaseFile file, OpenSupervision act, DateTimeOffset now) =>
        now >= act.DueAt ? new SupervisionOpened(act.Clock, act.Level, act.DueAt, file.Lead) : NotDue;
}
