using Hotline.Cases.CaseFiles;
using Hotline.Cities.Reviews;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Replying;

/// <summary>答复: the public answer goes on the bus, the internal record is sealed. Only a consultation may be answered before anyone has it. A department's
/// answer passes the review gate first when rules find fault with it, and always for some categories, when it says that nothing can be done, and when it was sent back before.</summary>
internal static class ReplyDecision
{
    public static Decision Decide(CaseFile file, ReplyCase act, ReviewPolicy reviews, DateTimeOffset now)
    {
        if (file.Lead is null && file.Summary.Kind != CaseKind.Consultation)
            return CaseErrors.IllegalTransition(Act.Reply, file.Status);
        if (act.AnsweredAt is { } answered && WrongTime(file, answered, now) is { } wrong)
            return wrong;
        if (act.Outcome is not null && file.Lead is { Kind: not UnitKind.Department })
            return Error.Invalid("outcome", "outcome-of-department");
        var answer = Privacy.Public(file, act.Answer);
        var secrets = act.Record is null && answer == act.Answer ? null : new CaseSecrets { Record = act.Record, Text = answer == act.Answer ? null : act.Answer };
        if (file.Lead is not { Kind: UnitKind.Department } unit)
            return new CaseReplied(file.Lead, answer, act.Articles, AnsweredAt: act.AnsweredAt, Outcome: act.Outcome) { Secrets = secrets };
        var faults = reviews.Check(file.Summary.Category, $"{file.Summary.Title}\n{file.Text}", act.Answer, files: file.Files.Count(one => one.By == unit && one.At >= file.Summary.HandlingSince));
        // Whoever sent it back reads it again.
        var always = file.Summary.Reworking || act.Outcome is not null || reviews.IsAlwaysReviewed(file.Summary.Category);
        return faults.IsEmpty && !always
            ? new CaseReplied(unit, answer, act.Articles, AnsweredAt: act.AnsweredAt) { Secrets = secrets }
            : new AnswerSubmitted(unit, answer, act.Articles, faults, act.AnsweredAt, act.Outcome) { Secrets = secrets };
    }

    // Only of what another system had before can an answer be older than its record here; otherwise units would date their answers as they like.
    private static Error? WrongTime(CaseFile file, DateTimeOffset answered, DateTimeOffset now)
    {
        if (file.Summary.Channel != Channel.Import)
            return Error.Invalid("answeredAt", "import-only");
        if (answered > now)
            return Error.Invalid("answeredAt", "in-the-future");
        return answered < file.Summary.ReceivedAt ? Error.Invalid("answeredAt", "before-receipt") : null;
    }
}
