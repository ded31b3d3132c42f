using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.CaseFiles;

/// <summary>States × acts: in which state an act is possible at all.</summary>
public static class Lifecycle
{
    private static readonly CaseStatus[] Open =
        [Received, Held, Accepted, Triaged, Returned, Disputed, Offered, Dispatched, Assigned, Signed, InProgress, InReview, AwaitingVisit];

    /// <summary>The states an act may start from. Exhaustive: a new act does not compile until it is placed here.</summary>
    public static IReadOnlyList<CaseStatus> From(Act act) => act switch
    {
        Act.Accept or Act.Decline or Act.Hold => [Received, Held],
        Act.Split => [Received, Accepted, Triaged],
        Act.Recategorize => [Dispatched, Signed, InProgress],
        Act.Complete => [Received, Held, Accepted, Triaged, Returned],
        Act.Triage => [Received, Accepted, Triaged, Returned],
        Act.Dispatch => [Accepted, Triaged, Returned],
        Act.Attach => [Dispatched, Signed, InProgress],
        Act.FinishAssist => [Dispatched, Assigned, Signed, InProgress],
        Act.Sign => [Dispatched],
        Act.Return => [Dispatched, Signed],
        Act.ReviewReturn or Act.OpenDispute => [Returned],
        Act.State or Act.Rule => [Disputed],
        Act.Contact => [Signed, InProgress, Assigned],
        Act.Note or Act.AddInformation or Act.AddFile => [.. Open, Merged],
        Act.Pause or Act.Resume or Act.AskCitizen => [Received, Held, Accepted, Triaged, Returned, Assigned, Signed, InProgress],
        Act.AskExtension or Act.DecideExtension => [Signed, InProgress],
        Act.Transfer => [Signed, InProgress],
        Act.TakeBack => [Dispatched, Signed, InProgress],
        Act.Review => [InReview],
        Act.Reply => [Accepted, Triaged, Signed, InProgress, Assigned],
        Act.Visit => [AwaitingVisit],
        Act.Reopen => [Declined, Closed],
        Act.Withdraw => [.. Open, Merged],
        Act.Merge => [Received, Held, Accepted, Triaged, Returned, Dispatched, Signed, InProgress],
        Act.Unmerge => [Merged],
        Act.MakeOffer => [Accepted, Triaged],
        Act.AcceptOffer or Act.DeclineOffer or Act.ExpireOffer => [Offered],
        Act.ExhaustOffers => [Accepted, Triaged],
        Act.FinishService => [Assigned],
        Act.WarnOfDeadline or Act.MoveDeadline or Act.MissDeadline or Act.OpenSupervision or Act.AnswerSupervision => Open,
        Act.AddReporter or Act.RemoveReporter => Open,
        Act.AnswerFollower => [Merged, AwaitingVisit],
        Act.EraseCitizen => [Declined, Closed],
    };

    /// <summary>Whether the state lets the act happen.</summary>
    public static bool Permits(Act act, CaseStatus status) => From(act).Contains(status);

    /// <summary>What may be done to a case that waits: end the wait, speak and write about it, or take the matter back; and clusters go on. Everything else
    /// resumes it first.</summary>
    public static bool PermitsPaused(Act act) => act is Act.Resume or Act.Hold or Act.Contact or Act.Note or Act.AddInformation or Act.AddFile or Act.Complete or Act.FinishAssist or Act.DecideExtension
        or Act.AnswerSupervision or Act.Withdraw or Act.Merge or Act.AddReporter or Act.RemoveReporter;

    /// <summary>Name of the act in the API, e.g. <c>make-offer</c>.</summary>
    public static string NameOf(Act act) => JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString());

    /// <summary>The act a command performs.</summary>
    public static Act Of(CaseAct command) => command switch
    {
        AcceptCase => Act.Accept,
        DeclineCase => Act.Decline,
        CompleteDetails => Act.Complete,
        TriageCase => Act.Triage,
        SplitCase => Act.Split,
        RecategorizeCase => Act.Recategorize,
        DispatchCase => Act.Dispatch,
        AttachUnit => Act.Attach,
        FinishAssist => Act.FinishAssist,
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
        AskCitizen => Act.AskCitizen,
        AddInformation => Act.AddInformation,
        AddFile => Act.AddFile,
        TransferCase => Act.Transfer,
        TakeBackCase => Act.TakeBack,
        ReplyCase => Act.Reply,
        ReviewAnswer => Act.Review,
        VisitCase => Act.Visit,
        ReopenCase => Act.Reopen,
        WithdrawCase => Act.Withdraw,
        MergeCase => Act.Merge,
        UnmergeCase => Act.Unmerge,
        AcceptOffer => Act.AcceptOffer,
        DeclineOffer => Act.DeclineOffer,
        FinishService => Act.FinishService,
        AnswerSupervision => Act.AnswerSupervision,
        EraseCitizen => Act.EraseCitizen,
        _ => OfHotline(command),
    };

    // What nobody does but Hotline itself.
    private static Act OfHotline(CaseAct command) => command switch
    {
        HoldCase => Act.Hold,
        MakeOffer => Act.MakeOffer,
        ExpireOffer => Act.ExpireOffer,
        ExhaustOffers => Act.ExhaustOffers,
        WarnOfDeadline => Act.WarnOfDeadline,
        MoveDeadline => Act.MoveDeadline,
        MissDeadline => Act.MissDeadline,
        OpenSupervision => Act.OpenSupervision,
        AddReporter => Act.AddReporter,
        RemoveReporter => Act.RemoveReporter,
        AnswerFollower => Act.AnswerFollower,
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not placed in the lifecycle."),
    };
}
