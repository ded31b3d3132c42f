using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;

namespace Hotline.Feedback.Visits;

/// <summary>
/// What an event means for the return visit. Every message carries the whole case, so the newest message alone says whether
/// the citizen waits for a call: events may come in any order, and one that is missed is made good by the next.
/// </summary>
public static class VisitRules
{
    /// <summary>The news in an event; null when it changes nothing here.</summary>
    public static VisitNews? Of(ICaseEvent happened, VisitPolicy policy) => happened switch
    {
        CaseReplied or ServiceDone => new(Task(happened, attempts: 0)),
        VisitRecorded visit => new(Task(happened, visit.Attempt), Entry(visit, policy)),
        RedoOrdered redo => new(Task(happened), Redo: new RedoOrder(redo.Unit, redo.Reason)),
        CaseClosed or CaseReopened or CaseWithdrawn => WasAnswered(happened) ? new(Task(happened)) : null,

        // A case can leave the visit by being handed over anew; without a reply there was no visit to leave.
        CaseDispatched or OfferMade or OfferAccepted => WasAnswered(happened) ? new(Task(happened)) : null,

        CaseReceived or CaseHeld or FindingsDecided or CaseAccepted or CaseDeclined or AppealLodged or CaseTriaged or CaseSplit or CaseRecategorized => null,
        OfferDeclined or OfferExpired or OffersExhausted => null,
        ReturnReviewed or DisputeOpened or StatementGiven or RulingGiven => null,
        CaseSigned or CaseReturned or CitizenContacted or ProgressNoted => null,
        CaseTakenBack or CaseTransferred or AnswerSubmitted or ReworkOrdered or CitizenAsked or InformationAdded or FileAdded => null,
        CasePaused or CaseResumed or ExtensionAsked or ExtensionGranted or ExtensionRefused => null,
        UnitAttached or AssistFinished or DetailsCompleted => null,
        DeadlineApproached or DeadlineMoved or DeadlineMissed or SupervisionOpened or SupervisionAnswered => null,
        // A follower is visited once it has the lead's answer, which comes as a reply of its own.
        CaseMerged or CaseUnmerged or ReporterJoined or ReporterLeft => null,
        CitizenErased => WasAnswered(happened) ? new(Task(happened), Erased: true) : null,
        _ => throw new NotSupportedException($"No visit rule considers {happened.GetType().Name}."),
    };

    private static bool WasAnswered(ICaseEvent happened) => happened.Case.RepliedAt is not null;

    private static VisitTask Task(ICaseEvent happened, int? attempts = null) => new(
        happened.Case,
        // Whoever was reached needs no further call, whatever the case comes to in the same act.
        happened is not VisitRecorded { Answers.Reached: true } && happened.Case.Status == CaseStatus.AwaitingVisit,
        happened.Case.RepliedAt ?? happened.At,
        attempts,
        attempts > 0 ? happened.At : null,
        happened.At);

    /// <summary>Nobody reached or nothing answered says nothing about a unit, and what the desk answered itself is in no unit's book.</summary>
    private static CreditEntry? Entry(VisitRecorded visit, VisitPolicy policy)
    {
        var (reached, solved, satisfaction) = visit.Answers;
        if (!reached || (solved ?? (object?)satisfaction) is null || visit.Unit is not { } unit)
            return null;

        bool? satisfied = satisfaction is { } answer ? policy.IsSatisfied(answer) : null;
        return new(unit, CauseOf(satisfied ?? solved!.Value, visit.UnitAtFault), satisfaction, satisfied, solved, visit.UnitAtFault, visit.Reason);
    }

    private static CreditCause CauseOf(bool content, bool unitAtFault) => (content, unitAtFault) switch
    {
        (true, _) => CreditCause.CitizenSatisfied,
        (false, true) => CreditCause.CitizenDissatisfied,
        (false, false) => CreditCause.BeyondTheUnit,
    };
}
