using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Escalation.Clocks;

/// <summary>Which clocks an event starts and stops, and who holds the case after it.</summary>
public static class ClockRules
{
    /// <summary>The mark an event leaves; null when it moves no clock.</summary>
    public static ClockMark? Of(ICaseEvent happened) => happened switch
    {
        // An imported matter may name a time in the past, but nobody is late with what the city did not know: the event's time counts.
        CaseReceived => Mark(happened, starts: ClockSet.Accept, holder: Holder.Desk),
        AppealLodged => Mark(happened, starts: ClockSet.Accept, holder: Holder.Desk),
        CaseAccepted or CaseTriaged => AtDesk(happened),
        CaseDeclined or CaseWithdrawn or CaseClosed => Mark(happened, stops: ClockSet.All, holder: Holder.Nobody),

        // Dispatch keeps the time of an offer itself, to the second, and asks the next merchant when it is up.
        OfferMade or OfferDeclined or OfferExpired or OffersExhausted => null,
        OfferAccepted taken => HandedTo(happened, taken.Merchant),
        ServiceDone => Answered(happened),

        CaseDispatched handed => HandedTo(happened, handed.Lead) with { Assisting = Units.Of(handed.Assisting) },
        UnitAttached asked => Mark(happened) with { Assisting = Units.Of([asked.Unit]) },
        AssistFinished done => Mark(happened) with { Assisted = done.Unit },
        CaseSigned => Mark(happened, stops: ClockSet.Sign),
        CaseReturned or CaseTakenBack => BackAtDesk(happened),
        DisputeOpened disputed => Mark(happened, starts: ClockSet.Rule, unit: disputed.Body, holder: Holder.Of(disputed.Body)),
        // What follows from a review or a ruling is said by the hand-over in the same act.
        ReturnReviewed or StatementGiven or RulingGiven => null,
        CitizenContacted contact => contact.Reached ? Mark(happened, stops: ClockSet.Contact) : null,
        // What the unit owed it has given; how long the desk reads it is not the unit's time.
        AnswerSubmitted => Mark(happened, starts: ClockSet.Review, stops: ClockSet.OfUnits, holder: Holder.Desk),
        ReworkOrdered again => Mark(happened, starts: ClockSet.Rework, stops: ClockSet.Review, unit: again.Unit, holder: Holder.Of(again.Unit)),
        CaseReplied => Answered(happened),

        // What is done again has a limit that no category changes.
        CaseRecategorized when happened.Case.Reworking => null,
        // The limit may be another one; the time that has passed has passed.
        CaseRecategorized => Mark(
            happened, starts: ClockSet.Handle, stops: ClockSet.Handle, unit: happened.Case.Lead, since: happened.Case.HandlingSince),
        CasePaused => Turn(happened, ClockTurnKind.Pause),
        CaseResumed => Turn(happened, ClockTurnKind.Resume),
        ExtensionGranted granted => Turn(happened, ClockTurnKind.Extend, granted.WorkingDays),
        CaseHeld or FindingsDecided or CaseSplit or CaseTransferred or CitizenAsked or InformationAdded or FileAdded or DetailsCompleted
            or ProgressNoted or ExtensionAsked or ExtensionRefused => null,
        DeadlineApproached or DeadlineMoved or DeadlineMissed or SupervisionOpened or SupervisionAnswered or CitizenErased => null,

        // A follower waits on no clock: its time is that of the lead case, until it is answered or goes on by itself.
        CaseMerged => Mark(happened, stops: ClockSet.All, holder: Holder.Nobody),
        CaseUnmerged => BackAtDesk(happened),
        ReporterJoined or ReporterLeft => null,

        // Not reached: somebody has to call again, and the clock of the visit goes on.
        VisitRecorded visit => visit.Answers.Reached ? Mark(happened, stops: ClockSet.Visit) : null,
        RedoOrdered redo => Again(happened, redo.Unit),
        CaseReopened reopened => Again(happened, reopened.Unit),
        _ => throw new NotSupportedException($"No clock rule considers {happened.GetType().Name}."),
    };

    /// <summary>A consultation is on the clock as soon as it is accepted; the other lines from the moment somebody is handed the case.</summary>
    private static ClockMark? AtDesk(ICaseEvent happened)
    {
        if (happened.Case.Kind != CaseKind.Consultation || happened.Case.Status is not (CaseStatus.Accepted or CaseStatus.Triaged))
            return Mark(happened, stops: ClockSet.Accept | (happened.Case.Lead is null ? ClockSet.Handle : ClockSet.None));

        // Judged anew, the limit changes, but the citizen still waits since the matter was accepted (or came back).
        return Mark(happened, starts: ClockSet.Handle, stops: ClockSet.Accept | ClockSet.Handle, since: happened.Case.HandlingSince);
    }

    /// <summary>Whoever takes the case from another starts with clocks of its own.</summary>
    private static ClockMark HandedTo(ICaseEvent happened, UnitRef unit) => Mark(
        happened,
        starts: unit.Kind == UnitKind.Department ? ClockSet.OfDepartment : ClockSet.Handle,
        stops: ClockSet.All,
        unit: unit,
        holder: Holder.Of(unit));

    private static ClockMark BackAtDesk(ICaseEvent happened) => Mark(
        happened,
        starts: happened.Case.Kind == CaseKind.Consultation ? ClockSet.Handle : ClockSet.None,
        stops: ClockSet.OfUnits,
        holder: Holder.Desk);

    private static ClockMark Answered(ICaseEvent happened) =>
        Mark(happened, starts: ClockSet.Visit, stops: ClockSet.All, holder: Holder.Desk);

    private static ClockMark Again(ICaseEvent happened, UnitRef? unit) => Mark(
        happened,
        starts: unit is not null || happened.Case.Kind == CaseKind.Consultation ? ClockSet.Handle : ClockSet.None,
        stops: ClockSet.All,
        unit: unit,
        holder: Holder.Of(unit));

    private static ClockMark Turn(ICaseEvent happened, ClockTurnKind kind, int workingDays = 0) =>
        Mark(happened) with { Turn = new ClockTurn(kind, happened.At, workingDays) };

    private static ClockMark Mark(
        ICaseEvent happened,
        ClockSet starts = ClockSet.None,
        ClockSet stops = ClockSet.None,
        UnitRef? unit = null,
        Holder? holder = null,
        DateTimeOffset? since = null) => new()
        {
            Version = happened.Version,
            At = happened.At,
            Event = CaseEventTypes.NameOf(happened.GetType()),
            Starts = starts,
            Stops = stops,
            Since = since ?? happened.At,
            Unit = unit,
            Holder = holder,
            Urgency = happened.Case.Urgency,
            Type = happened.Case.Type,
            Category = happened.Case.Category,
        };
}
