using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.TestKit.Stories;

/// <summary>What departments do, and what the desk does about it.</summary>
public sealed partial class CaseStory
{
    public CaseStory Signed() => Add(new CaseSigned(Case.Lead!.Value), one => one with { Status = CaseStatus.Signed });

    public CaseStory Returned() => Add(
        new CaseReturned(Case.Lead!.Value, ReturnReason.NotOurDuty, "…", "…"),
        one => one with { Status = CaseStatus.Returned, Lead = null, Assisting = [], Assists = null, HandlingSince = _now });

    public CaseStory Reviewed(bool upheld = true) => Add(new ReturnReviewed(Water, upheld, "…"), one => one);

    public CaseStory Disputed(params UnitRef[] units) => Add(
        new DisputeOpened(units, Supervision, null),
        one => one with { Status = CaseStatus.Disputed, Dispute = new Dispute(units, Supervision, _now) });

    public CaseStory Stated() => Add(new StatementGiven(Case.Dispute!.Units[0], "…", "…"), one => one);

    public CaseStory Ruled(UnitRef lead, RulingScope? scope = null) => Add(new RulingGiven(lead, [], "…", "…", scope), one => one);

    public CaseStory Contacted(bool reached = true) => Add(
        new CitizenContacted(Case.Lead!.Value, reached),
        one => one with { Status = CaseStatus.InProgress, ContactedAt = reached ? one.ContactedAt ?? _now : one.ContactedAt });

    public CaseStory Noted() => Add(new ProgressNoted(Case.Lead), one => one);

    public CaseStory Paused(PauseReason reason = PauseReason.CitizenToAnswer) =>
        Add(new CasePaused(Case.Lead, reason), one => one with { PausedAt = _now, PauseReason = reason });

    public CaseStory Resumed() => Add(new CaseResumed(Case.Lead), one => one with { PausedAt = null, PauseReason = null });

    public CaseStory AskedForMore(int workingDays = 5) => Add(
        new ExtensionAsked(Case.Lead!.Value, workingDays, "…", "…"),
        one => one with { Extension = new Extension(workingDays, ExtensionStatus.Asked) });

    public CaseStory GivenMore(DateTimeOffset? due = null) => Add(
        new ExtensionGranted(Case.Lead!.Value, Case.Extension!.WorkingDays, due ?? _now.AddDays(20)),
        one => one with { Extension = one.Extension! with { Status = ExtensionStatus.Granted } });

    public CaseStory GivenNoMore() => Add(
        new ExtensionRefused(Case.Lead!.Value, "…"), one => one with { Extension = one.Extension! with { Status = ExtensionStatus.Refused } });

    public CaseStory TakenBack() => Add(
        new CaseTakenBack(Case.Lead!.Value, "sign", "…"),
        one => one with { Status = CaseStatus.Returned, Lead = null, Assisting = [], Assists = null, HandlingSince = _now });

    public CaseStory Transferred() => Add(new CaseTransferred(Case.Lead!.Value, "a", "b", null), one => one with { Officer = "b" });

    public CaseStory CitizenAsked() => Add(new CitizenAsked(Case.Lead, "…"), one => one);

    public CaseStory Told() => Add(new InformationAdded("…"), one => one);

    public CaseStory FileAdded() => Add(new FileAdded(Case.Lead, new FileFacts(Guid.NewGuid(), "image/png", 8, "00")), one => one);

    public CaseStory Submitted() => Add(
        new AnswerSubmitted(Case.Lead!.Value, "…", [], [AnswerFault.Completeness]), one => one with { Status = CaseStatus.InReview, Reworking = false, Assists = Given(one) });

    public CaseStory SentBack() => Add(
        new ReworkOrdered(Case.Lead!.Value, [AnswerFault.Completeness], "…"), one => one with { Status = CaseStatus.InProgress, Reworking = true });

    public CaseStory Replied() => Add(new CaseReplied(Case.Lead, "…", []), Answered);
}
