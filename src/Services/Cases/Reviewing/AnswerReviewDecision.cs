using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Reviewing;

/// <summary>The reviewer's word: the citizen gets the answer, or the unit does it better.</summary>
internal static class AnswerReviewDecision
{
    public static Decision Decide(CaseFile file, ReviewAnswer act)
    {
        var draft = file.Draft!;
        return act.Approved
            ? new CaseReplied(draft.By, draft.Answer, draft.Articles, AnsweredAt: draft.AnsweredAt, Outcome: draft.Outcome)
            : new ReworkOrdered(draft.By, act.Faults, act.Remarks!);
    }
}
