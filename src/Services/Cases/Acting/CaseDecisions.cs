using Hotline.Cases.Accepting;
using Hotline.Cases.Announcing;
using Hotline.Cases.Asking;
using Hotline.Cases.Assisting;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Completing;
using Hotline.Cases.Contacting;
using Hotline.Cases.Deadlines;
using Hotline.Cases.Declining;
using Hotline.Cases.Dispatching;
using Hotline.Cases.Disputing;
using Hotline.Cases.Erasing;
using Hotline.Cases.Extending;
using Hotline.Cases.Following;
using Hotline.Cases.Merging;
using Hotline.Cases.Filing;
using Hotline.Cases.Noting;
using Hotline.Cases.Offering;
using Hotline.Cases.Pausing;
using Hotline.Cases.Recategorizing;
using Hotline.Cases.Reopening;
using Hotline.Cases.Replying;
using Hotline.Cases.Returning;
using Hotline.Cases.Reviewing;
using Hotline.Cases.Screening;
using Hotline.Cases.Signing;
using Hotline.Cases.Splitting;
using Hotline.Cases.Supervising;
using Hotline.Cases.TakingBack;
using Hotline.Cases.Transferring;
using Hotline.Cases.Triaging;
using Hotline.Cases.Visiting;
using Hotline.Cases.Withdrawing;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Acting;

/// <summary>Every act on a case: first who may, then whether the state permits it, then the act's own decision.</summary>
public static class CaseDecisions
{
    /// <summary>Total over states × acts: events, or a typed error.</summary>
    public static Decision Decide(CaseFile file, CaseAct command, City city, DateTimeOffset now)
    {
        var act = Lifecycle.Of(command);
        if (!Permissions.MayRead(command.By, file))
            return CaseErrors.Hidden;
        if (!Permissions.May(command.By, act, file))
            return Permissions.NobodyMay(act, file) ? Impossible(act, file) : CaseErrors.Forbidden(act);
        if (file.Summary.ErasedAt is not null)
            return CaseErrors.Erased;
        if (!Lifecycle.Permits(act, file.Status))
            return Impossible(act, file);
        return file.Summary.PausedAt is null || Lifecycle.PermitsPaused(act) ? DecidePermitted(file, command, city, now) : CaseErrors.Paused(act);
    }

    private static Error Impossible(Act act, CaseFile file) => file switch
    {
        { Status: CaseStatus.Merged, Summary.MergedInto: { } lead } => CaseErrors.Merged(act, lead.Number),
        { Status: CaseStatus.Held } when Lifecycle.Permits(act, CaseStatus.Received) || Lifecycle.Permits(act, CaseStatus.Accepted) => CaseErrors.Held(act),
        _ => CaseErrors.IllegalTransition(act, file.Status),
    };

    private static Decision DecidePermitted(CaseFile file, CaseAct command, City city, DateTimeOffset now) => command switch
    {
        AcceptCase act => AcceptDecision.Decide(file, act),
        DeclineCase act => DeclineDecision.Decide(file, act, city.Screening),
        CompleteDetails act => CompleteDecision.Decide(act),
        TriageCase act => TriageDecision.Decide(file, act),
        SplitCase act => SplitDecision.Decide(act),
        RecategorizeCase act => RecategorizeDecision.Decide(file, act),
        DispatchCase act => DispatchDecision.Decide(file, act),
        AttachUnit act => AssistDecisions.Decide(file, act),
        FinishAssist act => AssistDecisions.Decide(file, act),
        SignCase => SignDecision.Decide(file),
        ReturnCase act => ReturnDecision.Decide(file, act, city, now),
        ReviewReturn act => ReviewDecision.Decide(file, act),
        OpenDispute act => DisputeDecisions.Decide(file, act, city),
        GiveStatement act => DisputeDecisions.Decide(file, act),
        GiveRuling act => DisputeDecisions.Decide(file, act, city, now),
        ContactCitizen act => ContactDecision.Decide(file, act),
        NoteProgress act => NoteDecision.Decide(act),
        PauseCase act => PauseDecisions.Decide(file, act),
        ResumeCase act => PauseDecisions.Decide(file, act),
        AskExtension act => ExtensionDecisions.Decide(file, act, city.Clocks, now),
        DecideExtension act => ExtensionDecisions.Decide(file, act, city.Clocks, now),
        AskCitizen act => AskDecisions.Decide(file, act),
        AddInformation act => AskDecisions.Decide(file, act),
        AddFile act => FileDecision.Decide(file, act),
        TransferCase act => TransferDecision.Decide(file, act, city.Accounts),
        TakeBackCase act => TakeBackDecision.Decide(file, act),
        ReplyCase act => IncidentDecision.EndWith(file, ReplyDecision.Decide(file, act, city.Reviews, now)),
        ReviewAnswer act => IncidentDecision.EndWith(file, AnswerReviewDecision.Decide(file, act)),
        VisitCase act => FollowerDecisions.Decide(file, act, VisitDecision.Decide(FollowerDecisions.AsAnswered(file), act, city.Visits, now)),
        ReopenCase act => ReopenDecision.Decide(file, act, city.Visits, now),
        WithdrawCase act => WithdrawDecision.Decide(file, act),
        MergeCase act => MergeDecisions.Decide(file, act),
        UnmergeCase act => MergeDecisions.Decide(file, act),
        AcceptOffer act => OfferDecisions.Decide(file, act),
        DeclineOffer act => OfferDecisions.Decide(file, act),
        FinishService act => OfferDecisions.Decide(file, act),
        AnswerSupervision act => SupervisionDecision.Decide(file, act),
        EraseCitizen act => EraseDecision.Decide(act),
        _ => DecideByHotline(file, command, now),
    };

    // What nobody does but Hotline itself.
    private static Decision DecideByHotline(CaseFile file, CaseAct command, DateTimeOffset now) => command switch
    {
        HoldCase act => HoldDecision.Decide(file, act),
        MakeOffer act => OfferDecisions.Decide(file, act),
        ExpireOffer act => OfferDecisions.Decide(file, act, now),
        ExhaustOffers act => OfferDecisions.Decide(act),
        WarnOfDeadline act => DeadlineDecisions.Decide(file, act),
        MoveDeadline act => DeadlineDecisions.Decide(file, act),
        MissDeadline act => DeadlineDecisions.Decide(file, act, now),
        OpenSupervision act => DeadlineDecisions.Decide(file, act, now),
        AddReporter act => ReporterDecisions.Decide(file, act),
        RemoveReporter act => ReporterDecisions.Decide(file, act),
        AnswerFollower act => FollowerDecisions.Decide(file, act),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };
}
