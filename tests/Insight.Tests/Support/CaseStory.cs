using System.Globalization;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Insight.Tests.Support;

/// <summary>The events of one case, told step by step as the ledger would hold them.</summary>
public sealed class CaseStory
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly UnitRef Water = UnitRef.Department("water"), Roads = UnitRef.Department("roads"), Plumber = UnitRef.Merchant("m001");

    /// <summary>Whom every story follows that is merged.</summary>
    public static readonly CaseReference Lead = new(new CaseId(new Guid("00000000-0000-0000-0000-0000000000c1")), "260301-000001-7");

    private readonly List<ICaseEvent> _events = [];
    private readonly TimeSpan _pace;
    private readonly string _phoneHash;
    private CaseSummary _case;

    public CaseStory(
        int serial, CaseKind kind = CaseKind.Efficiency, string title = "水管漏水", string text = "楼下的水管漏水已经三天了。", DateTimeOffset? at = null,
        string? phoneHash = null, bool hideIdentity = false, string? category = null, Func<CaseSummary, CaseSummary>? with = null)
    {
        var receivedAt = at ?? Start.AddHours(serial);
        _phoneHash = phoneHash ?? $"hash-{serial % 5}";
        _pace = TimeSpan.FromMinutes(3);
        _case = new CaseSummary
        {
            CaseId = new CaseId(Guid.CreateVersion7(receivedAt)),
            Number = string.Create(CultureInfo.InvariantCulture, $"{receivedAt:yyMMdd}-{serial:D6}-7"),
            Version = 0,
            Status = CaseStatus.Received,
            Kind = kind,
            Type = CaseType.Complaint,
            Urgency = Urgency.General,
            Channel = Channel.Phone,
            Category = category,
            Title = title,
            Citizen = new CitizenSummary("张*", "138****8000", _phoneHash, false, hideIdentity, null),
            ReceivedAt = receivedAt,
        };
        _case = with?.Invoke(_case) ?? _case;
        Tell(new CaseReceived(text, "fingerprint", "phone"), _case, "channel:phone");
    }

    public IReadOnlyList<ICaseEvent> Events => _events;

    public CaseSummary Case => _case;

    public string Number => _case.Number;

    private bool Ended => _case.Status is CaseStatus.Closed or CaseStatus.Declined;

    private DateTimeOffset Next => _case.ReceivedAt + _pace * _case.Version;

    /// <summary>Lets things happen.</summary>
    public CaseStory Then(params ReadOnlySpan<Step> steps)
    {
        foreach (var step in steps)
            Take(step);
        return this;
    }

    private void Take(Step step)
    {
        if (_case.ErasedAt is not null || Ended != (step is Step.Reopen or Step.Erase))
            return;
        _ = TakeIn(step) || Offered(step) || Handled(step) || Clocked(step) || Ending(step);
    }

    private bool TakeIn(Step step) => step switch
    {
        Step.Accept => Tell(new CaseAccepted(null), _case with { Status = CaseStatus.Accepted, AcceptedAt = Next }),
        Step.Decline => Tell(
            new CaseDeclined(DeclineReason.PrivateGain, "no", null), _case with { Status = CaseStatus.Declined, Outcome = CloseOutcome.Declined }),
        Step.FindUnreasonable => Tell(new FindingsDecided([FindingKind.Repeated], "again"), _case with { Unreasonable = true }),
        Step.FindAbusive => Tell(new FindingsDecided([FindingKind.Abusive, FindingKind.TooVague], "words"), _case with { Unreasonable = true }),
        Step.DeclinePower => Tell(
            new CaseDeclined(DeclineReason.InLitigation, "no", "court"), _case with { Status = CaseStatus.Declined, Outcome = CloseOutcome.Declined }),
        Step.CloseMerged => Tell(new CaseClosed(CloseOutcome.Merged), _case with { Status = CaseStatus.Closed, Outcome = CloseOutcome.Merged, ClosedAt = Next }),
        Step.Withdraw => Tell(new CaseWithdrawn(null), _case with { Status = CaseStatus.Closed, Outcome = CloseOutcome.Withdrawn, ClosedAt = Next }),
        Step.Triage => Tell(
            new CaseTriaged("utilities.water", _case.Kind, _case.Type, Urgency.Pressing, _case.Sealed, Water, "r1"),
            _case with { Status = CaseStatus.Triaged, Category = "utilities.water", Urgency = Urgency.Pressing }),
        Step.Seal => Tell(
            new CaseTriaged("psychology", CaseKind.Consultation, _case.Type, _case.Urgency, true, null, null),
            _case with { Status = CaseStatus.Triaged, Category = "psychology", Kind = CaseKind.Consultation, Sealed = true }),
        _ => false,
    };

    private bool Offered(Step step) => step switch
    {
        Step.Offer => Tell(new OfferMade(Guid.NewGuid(), Plumber, 1, Next.AddMinutes(15)), _case with { Status = CaseStatus.Offered }, "system:dispatch"),
        Step.OfferTaken => Tell(
            new OfferAccepted(Guid.NewGuid(), Plumber, null), _case with { Status = CaseStatus.Assigned, Lead = Plumber }, "merchant:m001"),
        Step.OfferRefused => Tell(
            new OfferDeclined(Guid.NewGuid(), Plumber, 1, null), _case with { Status = CaseStatus.Accepted }, "merchant:m001"),
        Step.OffersEnd => Tell(new OffersExhausted(3), _case with { Status = CaseStatus.Accepted }, "system:dispatch"),
        Step.Done => Tell(
            new ServiceDone(Plumber, "fixed", 80), _case with { Status = CaseStatus.AwaitingVisit, RepliedAt = Next }, "merchant:m001"),
        _ => false,
    };

    private bool Handled(Step step) => step switch
    {
        Step.Dispatch => Tell(
            new CaseDispatched(Water, [], "r1", null, 1), _case with { Status = CaseStatus.Dispatched, Lead = Water, Assisting = [], Assists = null, DispatchedAt = Next, HandlingSince = Next, Turns = null }),
        Step.Assist => Tell(
            new CaseDispatched(Roads, [Water], "r2", null, 2),
            _case with { Status = CaseStatus.Dispatched, Lead = Roads, Assisting = [Water], Assists = null, DispatchedAt = Next, HandlingSince = Next, Turns = null }),
        Step.Attach => Tell(
            new UnitAttached(Roads, 1), _case with { Assisting = [Roads], Assists = [new Assist(Roads, Next, _case.Version + 1)] }),
        Step.AssistDone => Tell(new AssistFinished(Roads), _case with { Assists = [.. (_case.Assists ?? []).Select(one => one with { DoneAt = Next, Supervision = null })] }, "officer:zhao"),
        Step.Sign => Tell(new CaseSigned(_case.Lead ?? Water), _case with { Status = CaseStatus.Signed }, "officer:li"),
        Step.Return => Tell(
            new CaseReturned(_case.Lead ?? Water, ReturnReason.NotOurDuty, "law", "no"),
            _case with { Status = CaseStatus.Returned, Lead = null, Assisting = [], Assists = null }, "officer:li"),
        Step.RejectReturn => Tell(new ReturnReviewed(Water, false, "yours"), _case),
        Step.TakeBack => Tell(
            new CaseTakenBack(_case.Lead ?? Water, "handle", "silent"),
            _case with { Status = CaseStatus.Returned, Lead = null, Assisting = [], Assists = null }),
        Step.Dispute => Tell(
            new DisputeOpened([Water, Roads], null, null),
            _case with { Status = CaseStatus.Disputed, Dispute = new Dispute([Water, Roads], null, Next) }, "officer:li"),
        Step.Contact => Tell(
            new CitizenContacted(_case.Lead ?? Water, true), _case with { Status = CaseStatus.InProgress, ContactedAt = _case.ContactedAt ?? Next }, "officer:li"),
        Step.Pause => Tell(
            new CasePaused(_case.Lead, PauseReason.CitizenToAnswer), _case with { PausedAt = Next, PauseReason = PauseReason.CitizenToAnswer, Turns = Turned(ClockTurnKind.Pause) }, "officer:li"),
        Step.Resume => Tell(new CaseResumed(_case.Lead), _case with { PausedAt = null, PauseReason = null, Turns = Turned(ClockTurnKind.Resume) }, "officer:li"),
        Step.Extend => Tell(new ExtensionGranted(_case.Lead ?? Water, 5, Next.AddDays(7)), _case, "supervisor:chen"),
        Step.Merge => Tell(
            new CaseMerged(Lead, _case.Lead, null),
            _case with { Status = CaseStatus.Merged, MergedInto = Lead, Outcome = CloseOutcome.Merged, Lead = null, Assisting = [], Assists = null }),
        Step.Unmerge => Tell(new CaseUnmerged(Lead, null), _case with { Status = CaseStatus.Triaged, MergedInto = null, Outcome = null }),
        Step.Reply => Tell(
            new CaseReplied(_case.Lead, "done", []), _case with { Status = CaseStatus.AwaitingVisit, RepliedAt = Next }, "officer:li"),
        _ => false,
    };

    private bool Clocked(Step step) => step switch
    {
        Step.ContactNear => Tell(new DeadlineApproached("contact", Next.AddHours(1), _case.Lead), _case, "system:escalation"),
        Step.ContactMissed => Tell(new DeadlineMissed("contact", Next.AddHours(-1), _case.Lead), _case, "system:escalation"),
        Step.HandleNear => Tell(new DeadlineApproached("handle", Next.AddHours(5), _case.Lead), _case, "system:escalation"),
        Step.HandleMissed => Tell(new DeadlineMissed("handle", Next.AddHours(-2), _case.Lead), _case, "system:escalation"),
        Step.ReworkMissed => Tell(new DeadlineMissed("rework", Next.AddHours(-1), _case.Lead), _case, "system:escalation"),
        Step.VisitMissed => Tell(new DeadlineMissed("visit", Next.AddHours(-1), null), _case, "system:escalation"),
        Step.HandleMoved => Tell(new DeadlineMoved("handle", Next.AddHours(9), _case.Lead), _case, "system:escalation"),
        Step.Supervise => Tell(
            new SupervisionOpened("handle", 1, Next.AddHours(-2), _case.Lead), _case with { Supervision = new Supervision("handle", 1, Next) }, "system:escalation"),
        Step.AssistMissed => Tell(new DeadlineMissed("assist", Next.AddHours(-1), Roads), _case, "system:escalation"),
        Step.AssistSupervised => Tell(
            new SupervisionOpened("assist", 1, Next.AddHours(-1), Roads), _case with { Assists = [.. (_case.Assists ?? []).Select(one => one with { Supervision = 1 })] }, "system:escalation"),
        Step.AnswerSupervision => Tell(new SupervisionAnswered("handle", 1, _case.Lead), _case with { Supervision = null }, "officer:li"),
        _ => false,
    };

    private bool Ending(Step step) => step switch
    {
        Step.VisitPleased => Visited(new VisitAnswers(true, true, Satisfaction.VerySatisfied)),
        Step.VisitDispleased => Visited(new VisitAnswers(true, false, Satisfaction.Dissatisfied)),
        Step.VisitUnanswered => Visited(new VisitAnswers(false, null, null)),
        Step.Close => Tell(
            new CaseClosed(CloseOutcome.Solved), _case with { Status = CaseStatus.Closed, Outcome = CloseOutcome.Solved, ClosedAt = Next }),
        Step.Redo => Tell(new RedoOrdered(_case.Lead, null), _case with { Status = CaseStatus.InProgress, Redos = _case.Redos + 1 }),
        Step.Erase => Tell(
            new CitizenErased("law", "chain"),
            _case with { Title = CaseSummary.Hidden, Citizen = new CitizenSummary(null, null, null, false, false, null), ErasedAt = Next }, "administrator:fang"),
        Step.Reopen => Tell(
            new CaseReopened("again", _case.Lead, _case.Status == CaseStatus.Declined ? true : null), _case with { Status = CaseStatus.InProgress, Outcome = null, ClosedAt = null }),
        _ => false,
    };

    private ClockTurn[] Turned(ClockTurnKind kind) => [.. _case.Turns ?? [], new ClockTurn(kind, Next)];

    private bool Visited(VisitAnswers answers) =>
        Tell(new VisitRecorded(answers, 1, null, false, _case.Lead), _case with { Visit = answers }, "supervisor:chen");

    private bool Tell(CaseEvent told, CaseSummary after, string actor = "operator:wang")
    {
        var version = _case.Version + 1;
        _case = after with { Version = version, Dispute = after.Status == CaseStatus.Disputed ? after.Dispute : null };
        _events.Add(told with { CaseId = _case.CaseId, Number = _case.Number, Version = version, At = Next, Actor = actor, Case = _case });
        return true;
    }
}
