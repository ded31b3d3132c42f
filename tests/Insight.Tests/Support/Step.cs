namespace Hotline.Insight.Tests.Support;

/// <summary>Something that may happen to a case. A story skips what makes no sense where it stands.</summary>
public enum Step
{
    Accept, Decline, DeclinePower, Withdraw, CloseMerged,
    Triage, Seal, FindUnreasonable, FindAbusive,
    Offer, OfferTaken, OfferRefused, OffersEnd, Done,
    Dispatch, Assist, Sign, Return, RejectReturn, TakeBack, Dispute, Contact, Pause, Resume, Extend, Reply, Merge, Unmerge,
    Attach, AssistMissed, AssistSupervised, AssistDone,
    ContactNear, ContactMissed, HandleNear, HandleMissed, ReworkMissed, VisitMissed, HandleMoved, Supervise, AnswerSupervision,
    VisitPleased, VisitDispleased, VisitUnanswered, Close, Redo, Reopen, Erase,
}
