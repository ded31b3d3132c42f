using Hotline.Cases.Assisting;
using Hotline.Cases.Disputing;
using Hotline.Cases.Merging;
using Hotline.Cases.Screening;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.CaseFiles;

/// <summary>What each event does to a case.</summary>
internal static class Fold
{
    public static CaseFile Apply(CaseFile file, CaseEvent @event) => @event switch
    {
        CaseHeld or FindingsDecided or AppealLodged => ScreeningFold.Apply(file, @event),
        CaseAccepted => file.HandledSince(@event.At).With(s => s with { Status = CaseStatus.Accepted, AcceptedAt = @event.At }),
        CaseDeclined => file.With(s => s with { Status = CaseStatus.Declined }) with { DeclinedAt = @event.At },
        DetailsCompleted e => Privacy.Completed(file, e),
        CaseTriaged e => Privacy.Seal(file, e.Sealed).With(s => s with
        {
            Status = CaseStatus.Triaged,
            Category = e.Category,
            Kind = e.Kind,
            Type = e.Type,
            Urgency = e.Urgency,
            Sealed = e.Sealed,
        }) with
        { Proposal = e.ProposedLead is { } lead ? new Proposal(lead, e.ProposedAssisting ?? [], e.Rule, e.Why) : null },
        CaseSplit e => file with { SplitInto = [.. file.SplitInto, .. e.Into] },
        CaseRecategorized e => Privacy.Seal(file, e.Sealed).With(s => s with { Category = e.Category }),
        CaseWithdrawn or DeadlineApproached or SupervisionOpened or SupervisionAnswered => file,
        CaseDispatched e => HandedOver(file, e),
        UnitAttached or AssistFinished => AssistFold.Apply(file, @event),
        CaseSigned => (file with { Missed = null }).With(s => s with { Status = CaseStatus.Signed, Officer = HandlingFold.OfficerOf(@event) }),
        CaseReturned or ReturnReviewed or DisputeOpened or StatementGiven or RulingGiven => JurisdictionFold.Apply(Moved(file, @event) with { Missed = null }, @event),
        CaseTakenBack or CaseTransferred or AnswerSubmitted or ReworkOrdered => HandlingFold.Apply(Moved(file, @event), @event),
        CitizenContacted e => (file with { Missed = null }).With(s => s with
        {
            Status = s.Status == CaseStatus.Signed ? CaseStatus.InProgress : s.Status,
            ContactedAt = e.Reached ? s.ContactedAt ?? @event.At : s.ContactedAt,
        }),
        CaseReplied e => Answered(file, e.Answer, e.By, @event.At, e.AnsweredAt) with { AnswerOutcome = e.Outcome },
        ServiceDone e => Answered(file, e.Answer, e.Merchant, @event.At),
        DeadlineMissed or DeadlineMoved or ProgressNoted or FileAdded or CitizenAsked or InformationAdded => HandlingFold.Apply(file, @event),
        CasePaused or CaseResumed or ExtensionAsked or ExtensionGranted or ExtensionRefused => Waits(file, @event),
        OfferMade or OfferAccepted or OfferDeclined or OfferExpired or OffersExhausted => Offers(file, @event),
        VisitRecorded e => file.With(s => s with { Visit = e.Answers }) with { VisitAttempts = (e.Attempt, @event.At) },
        RedoOrdered => BackToWork(file, @event.At).With(s => s with { Redos = s.Redos + 1 }),
        CaseClosed e => AtEnd(file, e),
        CaseReopened { Appealed: true } => BackToWork(file, @event.At).With(s => s with { Unreasonable = false, AppealedAt = null }),
        CaseReopened => BackToWork(ClusterFold.Parted(file), @event.At),
        CaseMerged or CaseUnmerged or ReporterJoined or ReporterLeft => ClusterFold.Apply(Moved(file, @event), @event),
        CitizenErased => Privacy.Erase(file, @event.At),
        _ => throw new InvalidOperationException($"Nobody said what {@event.GetType().Name} does to a case."),
    };

    private static CaseFile HandedOver(CaseFile file, CaseDispatched e) => file.HandledSince(e.At).With(s => s with
    {
        Status = e.Lead.Kind == UnitKind.Department ? CaseStatus.Dispatched : CaseStatus.Assigned,
        Lead = e.Lead,
        Assisting = e.Assisting,
        Assists = AssistFold.Asked(e),
        DispatchedAt = e.At,
        ContactedAt = null,
        Extension = null,
        Dispute = null,
        Officer = null,
        Reworking = false,
    }) with
    { Rounds = e.Round, Proposal = null, Offer = null, Missed = null };

    private static CaseFile Offers(CaseFile file, CaseEvent @event) => @event switch
    {
        OfferMade e => file.With(s => s with { Status = CaseStatus.Offered }) with
        {
            Offer = new OpenOffer(e.OfferId, e.Merchant, e.Round, e.ExpiresAt),
        },
        OfferAccepted e => file.HandledSince(e.At).With(s => s with { Status = CaseStatus.Assigned, Lead = e.Merchant, DispatchedAt = e.At }),
        _ => file.With(s => s with { Status = CaseStatus.Accepted }) with { Offer = null },
    };

    private static CaseFile Answered(CaseFile file, string answer, UnitRef? by, DateTimeOffset at, DateTimeOffset? elsewhere = null) =>
        file.With(s => s with { Status = CaseStatus.AwaitingVisit, RepliedAt = at, AnsweredAt = elsewhere, Reworking = false, Assists = AssistFold.Answered(s) }) with { Answer = answer, AnsweredBy = by, VisitAttempts = (0, null), Draft = null, Missed = null };

    private static CaseFile AtEnd(CaseFile file, CaseClosed closed) => file.With(s => s with
    {
        Status = CaseStatus.Closed,
        ClosedAt = closed.At,
        Outcome = closed.Outcome,
        PausedAt = null,
        PauseReason = null,
        Dispute = null,
        Findings = null,
        Assists = AssistFold.Answered(s),
    }) with
    { Offer = null, Draft = null };

    // Whoever handled it handles it again; a case nobody handled goes back to the desk.
    private static CaseFile BackToWork(CaseFile file, DateTimeOffset at) => (file.HandledSince(at) with { Missed = null }).With(s => s with
    {
        Status = s.Lead?.Kind switch
        {
            UnitKind.Department => CaseStatus.InProgress,
            UnitKind.Merchant or UnitKind.Expert => CaseStatus.Assigned,
            null => CaseStatus.Accepted,
        },
        ClosedAt = null,
        Outcome = null,
        Extension = null,
    });

    private static CaseFile Waits(CaseFile file, CaseEvent @event) => @event switch
    {
        CasePaused e => (e.By is not null && e.By == file.Lead ? file with { Missed = null } : file).Turn(new ClockTurn(ClockTurnKind.Pause, e.At)).With(s => s with { PausedAt = e.At, PauseReason = e.Reason }),
        CaseResumed e => file.Turn(new ClockTurn(ClockTurnKind.Resume, e.At)).With(s => s with { PausedAt = null, PauseReason = null }),
        ExtensionAsked e => (file with { Missed = null }).With(s => s with { Extension = new Extension(e.WorkingDays, ExtensionStatus.Asked) }),
        ExtensionGranted e => file.Turn(new ClockTurn(ClockTurnKind.Extend, e.At, e.WorkingDays))
            .With(s => s with { Extension = new Extension(e.WorkingDays, ExtensionStatus.Granted) }),
        _ => file.With(s => s with { Extension = s.Extension! with { Status = ExtensionStatus.Refused } }),
    };

    private static CaseFile Turn(this CaseFile file, ClockTurn turn) => file.With(s => s with { Turns = [.. s.Turns ?? [], turn] });

    // Back at the desk, whose own clock then counts for consultations.
    private static CaseFile Moved(CaseFile file, CaseEvent @event) =>
        @event is CaseReturned or CaseTakenBack or CaseUnmerged ? file.HandledSince(@event.At) : file;

    private static CaseFile HandledSince(this CaseFile file, DateTimeOffset at) => file.With(s => s with { HandlingSince = at, Turns = null });

    private static CaseFile With(this CaseFile file, Func<CaseSummary, CaseSummary> change) => file with { Summary = change(file.Summary) };
}
