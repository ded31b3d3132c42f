using Hotline.Cases.CaseFiles;
using Hotline.Cases.Merging;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Recategorizing;

/// <summary>A wrong category, found when a unit has the case. Where another unit is in charge it is dispatched there, as a hand-over of its own: history stays.</summary>
internal static class RecategorizeDecision
{
    private static readonly Error SameCategory = new(ErrorKind.Conflict, "category-unchanged");

    public static Decision Decide(CaseFile file, RecategorizeCase act)
    {
        if (act.Category == file.Summary.Category)
            return SameCategory;
        if (act.Sealed && MergeDecisions.Led(file) is { } followed)
            return followed;
        var corrected = new CaseRecategorized(act.Category, act.Sealed || file.Summary.Sealed, act.Reason);
        return act.Lead == file.Lead
            ? corrected
            : new CaseEvent[] { corrected, new CaseDispatched(act.Lead, [.. act.Assisting.Where(unit => unit != act.Lead)], act.Rule, act.Reason, file.Rounds + 1, act.Ruling) };
    }
}
