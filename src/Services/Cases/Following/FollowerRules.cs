using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Following;

/// <summary>What becomes of somebody who has just joined.</summary>
internal enum Consequence
{
    /// <summary>The lead case is being handled: its answer will come.</summary>
    Wait,

    /// <summary>The lead case is answered: the answer is there.</summary>
    Answer,

    /// <summary>The lead case ended without an answer, follows another by now, or went into a sealed lane.</summary>
    SetFree,
}

/// <summary>Whoever follows a lead case must not hang, whatever became of that case in the meantime.</summary>
internal static class FollowerRules
{
    /// <param name="lead">The lead case as it stands.</param>
    public static Consequence AfterJoining(CaseView lead) => lead switch
    {
        { Case.Sealed: true } => Consequence.SetFree,
        { Answer: not null, Case.Status: CaseStatus.AwaitingVisit or CaseStatus.Closed } => Consequence.Answer,
        { Case.Status: CaseStatus.Closed or CaseStatus.Declined or CaseStatus.Merged } => Consequence.SetFree,
        _ => Consequence.Wait,
    };
}
