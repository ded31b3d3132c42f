using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.TestKit.Stories;

/// <summary>The life of a case as its messages tell it. Every step takes <see cref="Gap"/> and leaves an event with version, time and the
/// case after it, as the ledger would stamp them. It refuses nothing: what may happen when is for the case itself to decide.</summary>
public sealed partial class CaseStory
{
    private static readonly UnitRef Water = UnitRef.Department("water"), Supervision = UnitRef.Department("inspection");

    private readonly List<CaseEvent> _events = [];
    private DateTimeOffset _now;
    private int _round;
    private int _attempt;

    public CaseStory(DateTimeOffset start, CaseKind kind = CaseKind.Efficiency, CaseType type = CaseType.Complaint, Urgency urgency = Urgency.General)
    {
        _now = start;
        var id = Guid.NewGuid();
        Case = new CaseSummary
        {
            CaseId = new CaseId(id),
            Number = "n" + id.ToString("N"),
            Version = 0,
            Status = CaseStatus.Received,
            Kind = kind,
            Type = type,
            Urgency = urgency,
            Channel = Channel.Web,
            Title = "Street lamp is out",
            Citizen = new CitizenSummary("张*", "138****8000", null, false, false, null),
            Submitter = "web",
            ReceivedAt = start,
        };
    }

    /// <summary>The case after the last event.</summary>
    public CaseSummary Case { get; private set; }

    /// <summary>Time between two events.</summary>
    public TimeSpan Gap { get; set; } = TimeSpan.FromMinutes(10);

    public IReadOnlyList<CaseEvent> Events => _events;

    public CaseEvent Last => _events[^1];

    /// <summary>Lets time pass before the next event.</summary>
    public CaseStory After(TimeSpan time)
    {
        _now += time;
        return this;
    }

    /// <summary>Changes what the case is, as triage or the test needs it.</summary>
    public CaseStory With(Func<CaseSummary, CaseSummary> change)
    {
        Case = change(Case);
        return this;
    }

    public CaseStory Received() => Add(new CaseReceived("…", "f", "web"), one => one);

    public CaseStory Held(params FindingKind[] kinds) => Add(
        new CaseHeld([.. kinds.Select(kind => new Finding(kind, "…"))]), one => one with { Status = CaseStatus.Held, Findings = kinds });

    public CaseStory FindingsDecided(params FindingKind[] upheld) =>
        Add(new FindingsDecided(upheld, "…"), one => one with { Findings = null, Unreasonable = upheld.Contains(FindingKind.PrivateGain) });

    public CaseStory Completed() => Add(new DetailsCompleted("jiangbei", null), one => one with { Area = "jiangbei" });

    public CaseStory Accepted() => Add(new CaseAccepted(null), one => one with { Status = CaseStatus.Accepted, AcceptedAt = _now, HandlingSince = _now });

    public CaseStory Declined() =>
        Add(new CaseDeclined(DeclineReason.OutOfPower, "…", null), one => one with { Status = CaseStatus.Declined });

    public CaseStory Triaged(string category = "other", CaseKind? kind = null, Urgency? urgency = null)
    {
        var (k, u) = (kind ?? Case.Kind, urgency ?? Case.Urgency);
        return Add(
            new CaseTriaged(category, k, Case.Type, u, false, null, null),
            one => one with { Status = CaseStatus.Triaged, Category = category, Kind = k, Urgency = u });
    }

    public CaseStory Dispatched(UnitRef lead, params UnitRef[] assisting) => Add(
        new CaseDispatched(lead, assisting, null, null, ++_round),
        one => one with
        {
            Status = lead.Kind == UnitKind.Department ? CaseStatus.Dispatched : CaseStatus.Assigned,
            Lead = lead,
            Assisting = assisting,
            Assists = assisting.Length == 0 ? null : [.. assisting.Select(unit => new Assist(unit, _now, one.Version + 1))],
            DispatchedAt = _now,
            HandlingSince = _now,
            ContactedAt = null,
            Dispute = null,
        });

    public CaseStory Attached(UnitRef unit) => Add(new UnitAttached(unit, _round), one => one with
    {
        Assisting = [.. one.Assisting.Where(other => other != unit), unit],
        Assists = [.. (one.Assists ?? []).Where(other => other.Unit != unit), new Assist(unit, _now, one.Version + 1)],
    });

    public CaseStory Assisted(UnitRef unit) => Add(
        new AssistFinished(unit), one => one with { Assists = [.. one.Assists!.Select(other => other.Unit == unit ? other with { DoneAt = _now } : other)] });

    public CaseStory Split() => Add(new CaseSplit(["n2"]), one => one);

    public CaseStory Recategorized(string category = "other") => Add(new CaseRecategorized(category, false, "…"), one => one with { Category = category });

    public CaseStory Offered(UnitRef merchant) =>
        Add(new OfferMade(Guid.NewGuid(), merchant, 1, _now.AddMinutes(15)), one => one with { Status = CaseStatus.Offered });

    public CaseStory OfferTaken(UnitRef merchant) => Add(
        new OfferAccepted(Guid.NewGuid(), merchant, null),
        one => one with { Status = CaseStatus.Assigned, Lead = merchant, DispatchedAt = _now, HandlingSince = _now });

    public CaseStory OfferRefused(UnitRef merchant) =>
        Add(new OfferDeclined(Guid.NewGuid(), merchant, 1, null), one => one with { Status = CaseStatus.Accepted });

    public CaseStory OfferLapsed(UnitRef merchant) =>
        Add(new OfferExpired(Guid.NewGuid(), merchant, 1), one => one with { Status = CaseStatus.Accepted });

    public CaseStory NobodyTookIt() => Add(new OffersExhausted(3), one => one with { Status = CaseStatus.Accepted });

    public CaseStory Done() => Add(new ServiceDone(Case.Lead!.Value, "…", 80m), Answered);

    public CaseStory Warned(string clock) => Add(new DeadlineApproached(clock, _now, Case.Lead), one => one);

    public CaseStory Moved(string clock) => Add(new DeadlineMoved(clock, _now.AddHours(8), Case.Lead), one => one);

    public CaseStory Missed(string clock, UnitRef? unit = null) => Add(new DeadlineMissed(clock, _now, unit ?? Case.Lead), one => one);

    public CaseStory Supervised(string clock, int level = 1) => Add(new SupervisionOpened(clock, level, _now, Case.Lead), one => one);

    public CaseStory SupervisionAnswered(string clock, int level = 1) => Add(new SupervisionAnswered(clock, level, Case.Lead), one => one);

    public CaseStory Visited(
        Satisfaction? satisfaction = Satisfaction.Satisfied, bool? solved = true, bool reached = true, bool unitAtFault = false, string? reason = null)
    {
        var answers = reached ? new VisitAnswers(true, solved, satisfaction) : new VisitAnswers(false, null, null);
        return Add(new VisitRecorded(answers, ++_attempt, reason, unitAtFault, Case.Lead), one => one with { Visit = answers });
    }

    public CaseStory RedoOrdered() =>
        Add(new RedoOrdered(Case.Lead, "…"), one => BackToWork(one) with { Redos = one.Redos + 1 });

    public CaseStory Closed(CloseOutcome outcome = CloseOutcome.Solved) =>
        Add(new CaseClosed(outcome), one => one with { Status = CaseStatus.Closed, ClosedAt = _now, Outcome = outcome, Dispute = null });

    public CaseStory Reopened() => Add(new CaseReopened("…", Case.Lead), BackToWork);

    public CaseStory Appealed() => Add(new AppealLodged("…"), one => one with { Status = CaseStatus.Held, AppealedAt = _now });

    public CaseStory Overturned() => Add(new CaseReopened("…", null, Appealed: true), one => BackToWork(one) with { AppealedAt = null });

    public CaseStory Withdrawn() => Add(new CaseWithdrawn(null), one => one);

    public CaseStory Erased() => Add(
        new CitizenErased("…", "…"),
        one => one with { Title = CaseSummary.Hidden, Citizen = new CitizenSummary(null, null, null, false, false, null), ErasedAt = _now });

    private CaseSummary Answered(CaseSummary one)
    {
        _attempt = 0;
        return one with { Status = CaseStatus.AwaitingVisit, RepliedAt = _now, Reworking = false, Assists = Given(one) };
    }

    // Nobody owes help with an answer that is given.
    private static IReadOnlyList<Assist>? Given(CaseSummary one) => one.Assists?.Where(help => help.DoneAt is not null).ToArray() is { Length: > 0 } done ? done : null;

    private CaseSummary BackToWork(CaseSummary one) => one with
    {
        HandlingSince = _now,
        Status = one.Lead?.Kind switch
        {
            UnitKind.Department => CaseStatus.InProgress,
            UnitKind.Merchant or UnitKind.Expert => CaseStatus.Assigned,
            null => CaseStatus.Accepted,
        },
        ClosedAt = null,
        Outcome = null,
    };

    private CaseStory Add(CaseEvent happened, Func<CaseSummary, CaseSummary> change)
    {
        if (_events.Count > 0)
            _now += Gap;
        Case = change(Case) with { Version = Case.Version + 1 };
        _events.Add(happened with { CaseId = Case.CaseId, Number = Case.Number, Version = Case.Version, At = _now, Actor = "system:test", Case = Case });
        return this;
    }
}
