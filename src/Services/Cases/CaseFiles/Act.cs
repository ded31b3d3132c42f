namespace Hotline.Cases.CaseFiles;

/// <summary>Everything that can be done to a case that exists.</summary>
public enum Act
{
    Accept,
    Decline,
    Triage,
    Dispatch,
    Sign,
    Return,
    Contact,
    Note,
    Pause,
    Resume,
    AskExtension,
    DecideExtension,
    Reply,
    Visit,
    Reopen,
    Withdraw,
    MakeOffer,
    AcceptOffer,
    DeclineOffer,
    ExpireOffer,
    ExhaustOffers,
    FinishService,
    WarnOfDeadline,
    MissDeadline,
    OpenSupervision,
    EraseCitizen,
}
