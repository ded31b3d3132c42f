using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.CaseFiles;

/// <summary>States × acts: in which state an act is possible at all.</summary>
public static class Lifecycle
{
    private static readonly CaseStatus[] BeforeHandOver = [Received, Accepted, Triaged, Returned];
    private static readonly CaseStatus[] WithUnit = [Offered, Dispatched, Assigned, Signed, InProgress];

    /// <summary>The states an act may start from. Exhaustive: a new act does not compile until it is placed here.</summary>
    public static IReadOnlyList<CaseStatus> From(Act act) => act switch
    {
        Act.Accept => [Received],
        Act.Decline => [Received],
        Act.Triage => BeforeHandOver,
        Act.Dispatch => [Accepted, Triaged, Returned],
        Act.Sign => [Dispatched],
        Act.Return => [Dispatched, Signed],
        Act.ReviewReturn or Act.OpenDispute => [Returned],
        Act.State or Act.Rule => [Disputed],
        Act.Contact => [Signed, InProgress, Assigned],
        Act.Note => [.. BeforeHandOver, Disputed, .. WithUnit, AwaitingVisit, Merged],
        Act.Pause or Act.Resume => [Accepted, Triaged, Returned, Assigned, Signed, InProgress],
        Act.AskExtension or Act.DecideExtension => [Signed, InProgress],
        Act.Reply => [Accepted, Triaged, Signed, InProgress, Assigned],
        Act.Visit => [AwaitingVisit],
        Act.Reopen => [Declined, Closed],
        Act.Withdraw => [.. BeforeHandOver, Disputed, .. WithUnit, AwaitingVisit, Merged],
        Act.Merge => [.. BeforeHandOver, Dispatched, Signed, InProgress],
        Act.Unmerge => [Merged],
        Act.MakeOffer => [Accepted, Triaged],
        Act.AcceptOffer or Act.DeclineOffer or Act.ExpireOffer => [Offered],
        Act.ExhaustOffers => [Accepted, Triaged],
        Act.FinishService => [Assigned],
        Act.WarnOfDeadline or Act.MissDeadline or Act.OpenSupervision => [.. BeforeHandOver, Disputed, .. WithUnit, AwaitingVisit],
        Act.AddReporter or Act.RemoveReporter => [.. BeforeHandOver, Disputed, .. WithUnit, AwaitingVisit],
        Act.AnswerFollower => [Merged, AwaitingVisit],
        Act.EraseCitizen => [Declined, Closed],
    };

    /// <summary>Whether the state lets the act happen.</summary>
    public static bool Permits(Act act, CaseStatus status) => From(act).Contains(status);

    /// <summary>What may be done to a case that waits: end the wait, speak and write about it, or take the matter back; and clusters go on. Everything else
    /// resumes it first.</summary>
    public static bool PermitsPaused(Act act) => act is Act.Resume or Act.Contact or Act.Note or Act.DecideExtension or Act.Withdraw
        or Act.Merge or Act.AddReporter or Act.RemoveReporter;

    /// <summary>Name of the act in the API, e.g. <c>make-offer</c>.</summary>
    public static string NameOf(Act act) => JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString());

    /// <summary>The act a command performs.</summary>
    public static Act Of(CaseAct command) => command switch
    {
        AcceptCase => Act.Accept,
        DeclineCase => Act.Decline,
        TriageCase => Act.Triage,
        DispatchCase => Act.Dispatch,
        SignCase => Act.Sign,
        ReturnCase => Act.Return,
        ReviewReturn => Act.ReviewReturn,
        OpenDispute => Act.OpenDispute,
        GiveStatement => Act.State,
        GiveRuling => Act.Rule,
        ContactCitizen => Act.Contact,
        NoteProgress => Act.Note,
        PauseCase => Act.Pause,
        ResumeCase => Act.Resume,
        AskExtension => Act.AskExtension,
        DecideExtension => Act.DecideExtension,
        ReplyCase => Act.Reply,
        VisitCase => Act.Visit,
        ReopenCase => Act.Reopen,
        WithdrawCase => Act.Withdraw,
        MergeCase => Act.Merge,
        UnmergeCase => Act.Unmerge,
        MakeOffer => Act.MakeOffer,
        AcceptOffer => Act.AcceptOffer,
        DeclineOffer => Act.DeclineOffer,
        ExpireOffer => Act.ExpireOffer,
        ExhaustOffers => Act.ExhaustOffers,
        FinishService => Act.FinishService,
        WarnOfDeadline => Act.WarnOfDeadline,
        MissDeadline => Act.MissDeadline,
        OpenSupervision => Act.OpenSupervision,
        AddReporter => Act.AddReporter,
        RemoveReporter => Act.RemoveReporter,
        AnswerFollower => Act.AnswerFollower,
        EraseCitizen => Act.EraseCitizen,
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not placed in the lifecycle."),
    };
}
