using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Dispatch.Delivering;

/// <summary>Payload of a feed event. It holds nothing personal and no free text but the masked title: whoever needs more reads
/// the case through <see cref="FeedLinks.Case"/>, where the reading is checked and recorded.</summary>
/// <param name="Event">What happened, e.g. <c>dispatched</c>.</param>
/// <param name="Unit">The department this is told to.</param>
/// <param name="Role"><c>lead</c>, <c>assisting</c>, <c>disputing</c> or <c>ruling</c>.</param>
/// <param name="Version">Version of the case.</param>
/// <param name="Case">The case after the event.</param>
/// <param name="Facts">What the event itself says.</param>
internal sealed record FeedData(
    string Number, string Event, UnitRef Unit, HandOverRole Role, int Version, DateTimeOffset At, FeedCase Case, FeedFacts? Facts, FeedLinks Links)
{
    public static FeedData Of(FeedNews news) => new(
        news.Event.Number,
        news.Name,
        UnitRef.Department(news.Department),
        news.Role,
        news.Event.Version,
        news.Event.At,
        FeedCase.Of(news.Event.Case),
        FeedFacts.Of(news),
        new FeedLinks($"/api/v1/cases/{news.Event.Number}"));
}

/// <summary>Where to read on.</summary>
internal sealed record FeedLinks(string Case);

/// <summary>A case as its departments may see it without being recorded as readers.</summary>
/// <param name="Followers">Further reporters who wait for its answer.</param>
internal sealed record FeedCase(
    CaseStatus Status,
    CaseKind Kind,
    CaseType Type,
    Urgency Urgency,
    Channel Channel,
    string? Category,
    string? Title,
    string? Area,
    string? Address,
    UnitRef? Lead,
    IReadOnlyList<UnitRef> Assisting,
    bool Sealed,
    int Followers,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DispatchedAt)
{
    public static FeedCase Of(CaseSummary summary) => new(
        summary.Status,
        summary.Kind,
        summary.Type,
        summary.Urgency,
        summary.Channel,
        summary.Category,
        summary.Sealed ? null : summary.Title,
        summary.Area,
        summary.Sealed ? null : summary.MaskedAddress,
        summary.Lead,
        summary.Assisting,
        summary.Sealed,
        summary.Followers,
        summary.ReceivedAt,
        summary.DispatchedAt);
}

/// <summary>Facts of single events; absent where they do not apply.</summary>
/// <param name="Rule">Routing rule that chose the unit.</param>
/// <param name="Ruling">Number of the case whose ruling the hand-over follows.</param>
/// <param name="Clock">Clock of the deadline.</param>
/// <param name="Level">Level of supervision: 1 unit, 2 its head, 3 city.</param>
/// <param name="Into">Number of the lead case a case was merged into.</param>
internal sealed record FeedFacts(
    int? Round = null,
    string? Rule = null,
    string? Ruling = null,
    UnitRef? Unit = null,
    ReturnReason? Reason = null,
    string? Clock = null,
    DateTimeOffset? DueAt = null,
    int? Level = null,
    VisitAnswers? Answers = null,
    CloseOutcome? Outcome = null,
    string? Into = null)
{
    public static FeedFacts? Of(FeedNews news) => news.Event switch
    {
        CaseDispatched told => new FeedFacts(told.Round, told.Rule, told.Ruling?.Number, told.Lead),
        UnitAttached told => new FeedFacts(told.Round, Unit: told.Unit),
        AssistFinished told => new FeedFacts(Unit: told.Unit),
        CaseSigned told => new FeedFacts(Unit: told.Unit),
        CaseReturned told => new FeedFacts(Unit: told.Unit, Reason: told.Reason),
        StatementGiven told => new FeedFacts(Unit: told.Unit),
        RulingGiven told => new FeedFacts(Unit: told.Lead),
        CitizenContacted told => new FeedFacts(Unit: told.Unit),
        CaseTakenBack told => new FeedFacts(Unit: told.Unit, Clock: told.Clock),
        AnswerSubmitted told => new FeedFacts(Unit: told.By),
        ReworkOrdered told => new FeedFacts(Unit: told.Unit),
        CaseReplied told => new FeedFacts(Unit: told.By),
        VisitRecorded told => new FeedFacts(Unit: told.Unit, Answers: told.Answers),
        RedoOrdered told => new FeedFacts(Unit: told.Unit),
        CaseReopened told => new FeedFacts(Unit: told.Unit),
        DeadlineApproached told => new FeedFacts(Unit: told.Unit, Clock: told.Clock, DueAt: told.DueAt),
        DeadlineMoved told => new FeedFacts(Unit: told.Unit, Clock: told.Clock, DueAt: told.DueAt),
        DeadlineMissed told => new FeedFacts(Unit: told.Unit, Clock: told.Clock, DueAt: told.DueAt),
        SupervisionOpened told => new FeedFacts(Unit: told.Unit, Clock: told.Clock, DueAt: told.DueAt, Level: told.Level),
        CaseMerged told => new FeedFacts(Unit: told.Unit, Into: told.Into.Number),
        CaseClosed told => new FeedFacts(Outcome: told.Outcome),
        _ => null,
    };
}
