using Hotline.Cases.CaseFiles;
using Hotline.Cases.Screening;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Merging;

/// <summary>
/// 并单 and its undoing. A lead case follows nobody, so clusters have no chains. Life services stay apart, for every household needs its own job done;
/// so do sealed lanes, and incidents, which have no citizen who could be answered.
/// </summary>
internal static class MergeDecisions
{
    private static readonly Error Itself = new(ErrorKind.Conflict, "merge-into-itself");
    private static readonly Error Apart = new(ErrorKind.Conflict, "case-not-mergeable");
    private static readonly Error OtherLine = new(ErrorKind.Conflict, "merge-other-line");

    public static Decision Decide(CaseFile file, MergeCase act)
    {
        var summary = file.Summary;
        if (act.Into.CaseId == summary.CaseId)
            return Itself;
        if (!MayFollow(summary))
            return Apart;
        if (act.IntoKind != summary.Kind)
            return OtherLine;
        if (Led(file) is { } followed)
            return followed;
        var merged = new CaseMerged(act.Into, file.Lead, act.Reason);
        if (file.Status is not (CaseStatus.Received or CaseStatus.Held))
            return merged;
        // Whoever merges a matter that was just received has taken it on; and says of what was found that it is a duplicate, and no more than that.
        CaseEvent[] taken = [.. FindingDecisions.Decide(file, kind => kind == FindingKind.Duplicate, act.Reason ?? act.Into.Number), new CaseAccepted(null), merged];
        return taken;
    }

    public static Decision Decide(CaseFile file, UnmergeCase act)
    {
        var lead = file.Summary.MergedInto!;
        return act.From is { } from && from.CaseId != lead.CaseId
            ? CaseErrors.IllegalTransition(Act.Unmerge, file.Status)
            : new CaseUnmerged(lead, act.Reason);
    }

    /// <summary>What stands in the way of a case that leads others, when it would leave them behind or keep its answer from them; null when it leads nobody.</summary>
    public static Error? Led(CaseFile file) =>
        file.Summary.Followers > 0 ? new Error(ErrorKind.Conflict, "case-has-followers", Arguments: [$"{file.Summary.Followers}"]) : null;

    private static bool MayFollow(CaseSummary summary) => summary is { Sealed: false, IncidentUntil: null } && summary.Kind != CaseKind.LifeService;
}
