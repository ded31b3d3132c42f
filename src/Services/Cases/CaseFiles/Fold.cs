using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cases.CaseFiles;

/// <summary>What each event does to a case.</summary>
internal static class Fold
{
    public static CaseFile Apply(CaseFile file, CaseEvent @event) => @event switch
    {
        CaseAccepted => file.With(s => s with { Status = CaseStatus.Accepted, AcceptedAt = @event.At }),
        CaseDeclined => file.With(s => s with { Status = CaseStatus.Declined }),
        CaseTriaged e => file.With(s => s with
        {
            Status = CaseStatus.Triaged,
            Category = e.Category,
            Kind = e.Kind,
            Type = e.Type,
            Urgency = e.Urgency,
            Sealed = e.Sealed,
        }),
        CaseWithdrawn => file,
        CaseDispatched e => file.With(s => s with
        {
            Status = e.Lead.Kind == UnitKind.Department ? CaseStatus.Dispatched : CaseStatus.Assigned,
            Lead = e.Lead,
            Assisting = e.Assisting,
            DispatchedAt = @event.At,
            ContactedAt = null,
        }) with
        { Rounds = e.Round, Offer = null },
        CaseSigned => file.With(s => s with { Status = CaseStatus.Signed }),
        CaseReturned => file.With(s => s with { Status = CaseStatus.Returned, Lead = null, Assisting = [] }),
        CitizenContacted e => file.With(s => s with
        {
            Status = s.Status == CaseStatus.Signed ? CaseStatus.InProgress : s.Status,
            ContactedAt = e.Reached ? s.ContactedAt ?? @event.At : s.ContactedAt,
        }),
        CaseReplied e => Answered(file, e.Answer, @event.At),
        ServiceDone e => Answered(file, e.Answer, @event.At),
        DeadlineApproached or DeadlineMissed or SupervisionOpened => file,
        OfferMade or OfferAccepted or OfferDeclined or OfferExpired or OffersExhausted => Offers(file, @event),
        VisitRecorded e => file.With(s => s with { Visit = e.Answers }) with { VisitAttempts = e.Attempt },
        RedoOrdered => BackToWork(file).With(s => s with { Redos = s.Redos + 1 }),
        CaseClosed e => file.With(s => s with { Status = CaseStatus.Closed, ClosedAt = @event.At, Outcome = e.Outcome }) with { Offer = null },
        CaseReopened => BackToWork(file),
        _ => throw new InvalidOperationException($"Nobody said what {@event.GetType().Name} does to a case."),
    };

    private static CaseFile Offers(CaseFile file, CaseEvent @event) => @event switch
    {
        OfferMade e => file.With(s => s with { Status = CaseStatus.Offered }) with
        {
            Offer = new OpenOffer(e.OfferId, e.Merchant, e.Round, e.ExpiresAt),
        },
        OfferAccepted e => file.With(s => s with { Status = CaseStatus.Assigned, Lead = e.Merchant, DispatchedAt = @event.At }),
        _ => file.With(s => s with { Status = CaseStatus.Accepted }) with { Offer = null },
    };

    private static CaseFile Answered(CaseFile file, string answer, DateTimeOffset at) =>
        file.With(s => s with { Status = CaseStatus.AwaitingVisit, RepliedAt = at }) with { Answer = answer, VisitAttempts = 0 };

    // Whoever handled it handles it again; a case nobody handled goes back to the desk.
    private static CaseFile BackToWork(CaseFile file) => file.With(s => s with
    {
        Status = s.Lead?.Kind switch
        {
            UnitKind.Department => CaseStatus.InProgress,
            UnitKind.Merchant or UnitKind.Expert => CaseStatus.Assigned,
            null => CaseStatus.Accepted,
        },
        AcceptedAt = s.AcceptedAt,
        ClosedAt = null,
        Outcome = null,
    });

    private static CaseFile With(this CaseFile file, Func<CaseSummary, CaseSummary> change) => file with { Summary = change(file.Summary) };
}
