using Hotline.Cases.CaseFiles;
using Hotline.Cities.Reviews;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Replying;

/// <summary>答复: the public answer goes on the bus, the internal record is sealed. Only a consultation may be answered before anyone has it. A department's
/// answer passes the review gate first when rules find fault with it, or always for some categories.</summary>
internal static class ReplyDecision
{
    public static Decision Decide(CaseFile file, ReplyCase act, ReviewPolicy reviews)
    {
        if (file.Lead is null && file.Summary.Kind != CaseKind.Consultation)
            return CaseErrors.IllegalTransition(Act.Reply, file.Status);
        var secrets = act.Record is null ? null : new CaseSecrets { Record = act.Record };
        if (file.Lead is not { Kind: UnitKind.Department } unit)
            return new CaseReplied(file.Lead, act.Answer, act.Articles) { Secrets = secrets };
        var faults = reviews.Check(file.Summary.Category, $"{file.Summary.Title}\n{file.Text}", act.Answer, files: file.Files.Count(one => one.By == unit));
        return faults.IsEmpty && !reviews.IsAlwaysReviewed(file.Summary.Category)
            ? new CaseReplied(unit, act.Answer, act.Articles) { Secrets = secrets }
            : new AnswerSubmitted(unit, act.Answer, act.Articles, faults) { Secrets = secrets };
    }
}
