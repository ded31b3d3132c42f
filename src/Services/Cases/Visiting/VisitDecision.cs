using Hotline.Cases.CaseFiles;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Visiting;

/// <summary>回访: closes the case, orders the one redo, or leaves it for another attempt.</summary>
internal static class VisitDecision
{
    public static Decision Decide(CaseFile file, VisitCase act, VisitPolicy policy)
    {
        var attempt = file.VisitAttempts + 1;
        var recorded = new VisitRecorded(act.Answers, attempt, act.Reason, act.UnitAtFault, file.Lead);
        if (!act.Answers.Reached)
            return attempt < policy.Attempts ? recorded : new CaseEvent[] { recorded, new CaseClosed(CloseOutcome.Explained) };
        if (NeedsRedo(file, act, policy))
            return new CaseEvent[] { recorded, new RedoOrdered(file.Lead, act.Reason) };
        return new CaseEvent[] { recorded, new CaseClosed(act.Answers.Solved == true ? CloseOutcome.Solved : CloseOutcome.Explained) };
    }

    private static bool NeedsRedo(CaseFile file, VisitCase act, VisitPolicy policy) =>
        act.UnitAtFault
        && file.Lead is not null
        && file.Summary.Redos < policy.RedoLimit
        && (act.Answers.Solved == false || act.Answers.Satisfaction is { } answer && !policy.IsSatisfied(answer));
}
