using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Deadlines;

/// <summary>Warnings and escalations on the record. A deadline that is not due yet, or whose clock has stopped, is refused, whatever the
/// asker believes: its news may be old.</summary>
internal static class DeadlineDecisions
{
    private static readonly Error NotDue = new(ErrorKind.Conflict, "deadline-not-due");

    public static Decision Decide(CaseFile file, WarnOfDeadline act) => RunningClocks.Runs(act.Clock, file.Summary, act.Assisting)
        ? new DeadlineApproached(act.Clock, act.DueAt, HeldBy(file, act.Assisting))
        : CaseErrors.IllegalTransition(Act.WarnOfDeadline, file.Status);

    public static Decision Decide(CaseFile file, MoveDeadline act) => RunningClocks.Runs(act.Clock, file.Summary, act.Assisting)
        ? new DeadlineMoved(act.Clock, act.DueAt, HeldBy(file, act.Assisting))
        : CaseErrors.IllegalTransition(Act.MoveDeadline, file.Status);

    public static Decision Decide(CaseFile file, MissDeadline act, DateTimeOffset now)
    {
        if (!RunningClocks.Runs(act.Clock, file.Summary, act.Assisting))
            return CaseErrors.IllegalTransition(Act.MissDeadline, file.Status);
        return now >= act.DueAt ? new DeadlineMissed(act.Clock, act.DueAt, HeldBy(file, act.Assisting)) : NotDue;
    }

    public static Decision Decide(CaseFile file, OpenSupervision act, DateTimeOffset now)
    {
        if (!RunningClocks.Runs(act.Clock, file.Summary, act.Assisting))
            return CaseErrors.IllegalTransition(Act.OpenSupervision, file.Status);
        return now >= act.DueAt ? new SupervisionOpened(act.Clock, act.Level, act.DueAt, HeldBy(file, act.Assisting)) : NotDue;
    }

    // What nobody would have lies with the supervision body.
    private static UnitRef? HeldBy(CaseFile file, UnitRef? assisting) => assisting ?? (file.Summary.Dispute is { } dispute ? dispute.Body : file.Lead);
}
