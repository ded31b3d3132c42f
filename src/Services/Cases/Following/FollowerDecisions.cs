using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Following;

/// <summary>A follower gets the answer of its lead case and is called back about it on its own.</summary>
internal static class FollowerDecisions
{
    public static Decision Decide(CaseFile file, AnswerFollower act) => file.Summary.MergedInto?.CaseId == act.From.CaseId
        ? new CaseReplied(act.Unit, act.Answer, [], act.From)
        : CaseErrors.IllegalTransition(Act.AnswerFollower, file.Status);

    /// <summary>The case as the return visit sees it: led by the unit whose answer the citizen is asked about.</summary>
    public static CaseFile AsAnswered(CaseFile file) =>
        file.Summary.MergedInto is null ? file : file with { Summary = file.Summary with { Lead = file.AnsweredBy } };

    /// <summary>
    /// What a visit comes to for a follower: it closes as merged, with its own answers. Whoever was let down by the unit does not wait for the lead case
    /// again: the case goes on by itself, handed to that unit.
    /// </summary>
    public static Decision Decide(CaseFile file, VisitCase act, Decision visited) => file.Summary.MergedInto is not { } lead
        ? visited
        : visited with { Events = [.. visited.Events.SelectMany(happened => OfFollower(happened, lead, file.Rounds + 1, act.Reason))] };

    private static IEnumerable<CaseEvent> OfFollower(CaseEvent happened, CaseReference lead, int round, string? reason) => happened switch
    {
        CaseClosed => [new CaseClosed(CloseOutcome.Merged)],
        RedoOrdered { Unit: { } unit } redo => [new CaseUnmerged(lead, reason), redo, new CaseDispatched(unit, [], null, reason, round)],
        _ => [happened],
    };
}
