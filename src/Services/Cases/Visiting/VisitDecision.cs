using System.Globalization;
using Hotline.Cases.CaseFiles;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Visiting;

/// <summary>回访: closes the case, orders the one redo, or leaves it for another attempt.</summary>
internal static class VisitDecision
{
    private static readonly Error AnsweredAnew = new(ErrorKind.Conflict, "visit-of-earlier-reply");

    public static Decision Decide(CaseFile file, VisitCase act, VisitPolicy policy, DateTimeOffset now)
    {
        if (act.OfReply is { } reply && reply != file.Summary.RepliedAt)
            return AnsweredAnew;
        return act.Answers.Reached ? Answered(file, act, policy) : NotReached(file, act, policy, now);
    }

    private static Decision Answered(CaseFile file, VisitCase act, VisitPolicy policy)
    {
        var recorded = Recorded(file, act);
        if (NeedsRedo(file, act, policy))
            return new CaseEvent[] { recorded, new RedoOrdered(file.Lead, recorded.Reason) };
        return new CaseEvent[] { recorded, new CaseClosed(act.Answers.Solved == true ? CloseOutcome.Solved : Unsolved(file)) };
    }

    // Three calls within a minute are one attempt: they must not end the case of a citizen who was in a meeting.
    private static Decision NotReached(CaseFile file, VisitCase act, VisitPolicy policy, DateTimeOffset now)
    {
        if (file.VisitAttempts.Last?.AddHours(policy.HoursBetweenAttempts) is { } earliest && now < earliest)
            return new Error(ErrorKind.Conflict, "visit-too-soon", Arguments: [earliest.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)]);
        var recorded = Recorded(file, act);
        return recorded.Attempt < policy.Attempts ? recorded : new CaseEvent[] { recorded, new CaseClosed(Unsolved(file)) };
    }

    private static CloseOutcome Unsolved(CaseFile file) => file.AnswerOutcome ?? CloseOutcome.Explained;

    private static VisitRecorded Recorded(CaseFile file, VisitCase act)
    {
        var comment = act.Comment is null ? null : Privacy.Masked(file, act.Comment);
        var reason = act.Reason is null ? null : Privacy.Masked(file, act.Reason);
        return new VisitRecorded(act.Answers, file.VisitAttempts.Count + 1, reason, act.UnitAtFault, file.Lead, act.Via, comment)
        {
            Secrets = Privacy.Sealed(act.Comment, comment) ?? Privacy.Sealed(act.Reason, reason),
        };
    }

    private static bool NeedsRedo(CaseFile file, VisitCase act, VisitPolicy policy) =>
        act.UnitAtFault
        && file.Lead is not null
        && file.Summary.Redos < policy.RedoLimit
        && (act.Answers.Solved == false || act.Answers.Satisfaction is { } answer && !policy.IsSatisfied(answer));
}
