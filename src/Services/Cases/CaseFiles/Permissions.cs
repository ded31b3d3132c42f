using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using static Hotline.Cases.CaseFiles.Standing;

namespace Hotline.Cases.CaseFiles;

/// <summary>Who may: acts × what somebody is to a case.</summary>
public static class Permissions
{
    private const Role StaffRoles = Role.Operator | Role.Supervisor | Role.Administrator;
    private const Role UnitRoles = Role.Officer | Role.Department | Role.Merchant | Role.Expert;

    /// <summary>Who may know what a case is about.</summary>
    public const Standing Readers = Staff | Auditor | Lead | Standing.Assisting | Asked | Disputant | SupervisionBody | Submitter | Standing.Hotline;

    /// <summary>The table. Exhaustive: a new act does not compile until it is placed here.</summary>
    public static Standing Of(Act act) => act switch
    {
        Act.Accept or Act.Decline or Act.Complete or Act.Triage or Act.Split or Act.Recategorize or Act.Dispatch or Act.Attach => Staff,
        Act.Hold => Standing.Hotline,
        Act.Review or Act.TakeBack => Staff,
        Act.Transfer => Lead,
        // Whoever has the case may ask; the citizen answers by the channel the case came by, or calls.
        Act.AskCitizen => Desk | Lead,
        Act.AddInformation => Staff | Submitter,
        Act.AddFile => Staff | Lead | Standing.Assisting | Submitter,
        // Hotline itself stands for the citizen who answers by a link.
        Act.Visit => Staff | Standing.Hotline,
        Act.Merge => Staff,
        Act.Unmerge => Staff | Standing.Hotline,
        Act.FinishAssist => Standing.Assisting,
        Act.Sign or Act.Return => Lead,
        Act.ReviewReturn or Act.OpenDispute => Staff,
        Act.State => Disputant,
        Act.Rule => Supervisor | SupervisionBody,
        Act.Contact => Lead,
        Act.Note => Staff | Lead | Standing.Assisting,
        // The citizen may call the hotline back instead of the unit: staff can always end a wait.
        Act.Pause => Desk | Lead,
        Act.Resume => Staff | Lead,
        Act.AskExtension => Lead,
        Act.DecideExtension => Supervisor,
        // Consultations may be answered at once by the operator; what is with a unit is answered by that unit.
        Act.Reply => Desk | Lead,
        Act.Reopen => Staff | Submitter | Standing.Hotline,
        Act.Withdraw => Staff | Submitter,
        Act.AcceptOffer or Act.DeclineOffer => Asked,
        Act.FinishService => Lead,
        Act.MakeOffer or Act.ExpireOffer or Act.ExhaustOffers => Standing.Hotline,
        Act.WarnOfDeadline or Act.MoveDeadline or Act.MissDeadline or Act.OpenSupervision => Standing.Hotline,
        // Whoever holds the case is asked, or owes help with it; for the hotline's own desk its supervisor answers.
        Act.AnswerSupervision => Supervisor | Lead | Standing.Assisting | SupervisionBody,
        Act.AddReporter or Act.RemoveReporter or Act.AnswerFollower => Standing.Hotline,
        Act.EraseCitizen => Administrator,
    };

    /// <summary>Whether the actor may do the act to this case.</summary>
    public static bool May(Actor actor, Act act, CaseFile file) => Is(actor, file, Of(act));

    /// <summary>Whether nobody could do the act to this case now, whoever they are: the unit it is for does not exist.</summary>
    public static bool NobodyMay(Act act, CaseFile file) =>
        (Of(act) & ~(When(file.Lead is null, Lead) | When(file.Summary.Assisting.Count == 0, Standing.Assisting) | When(file.Offer is null, Asked) | When(file.Summary.Dispute is null, Disputant | SupervisionBody))) == Nobody;

    /// <summary>Whether the actor may know what the case is about.</summary>
    public static bool MayRead(Actor actor, CaseFile file) => Is(actor, file, Readers);

    /// <summary>Whether the actor may see the citizen in clear: staff who serve the citizen and the unit that must reach them. A sealed lane keeps to itself once
    /// it has the case, and a citizen who asked to stay hidden from the unit stays so.</summary>
    public static bool MayUnmask(Actor actor, CaseFile file) =>
        Is(actor, file, Operator | Supervisor | Lead)
        && (!file.Summary.Sealed || Is(actor, file, Supervisor | Lead) || (Is(actor, file, Desk) && LiesOnDesk(file.Summary)))
        && (!file.Summary.Citizen.HideIdentity || Is(actor, file, Operator | Supervisor));

    /// <summary>Whether the case lies with the hotline itself: no unit has it and it has not ended, or its citizen is to be called back.</summary>
    public static bool LiesOnDesk(CaseSummary summary) =>
        summary.Status == CaseStatus.AwaitingVisit || (summary.Lead is null && summary.Status is not (CaseStatus.Closed or CaseStatus.Declined));

    /// <summary>The unit somebody acts for; null for whoever has another part to play, wherever they come from.</summary>
    public static UnitRef? UnitOf(Role roles, UnitRef? unit) => (roles & UnitRoles) != 0 ? unit : null;

    /// <summary>Everything the actor is to the case.</summary>
    public static Standing StandingOf(Actor actor, CaseFile file)
    {
        var unit = UnitOf(actor.Roles, actor.Unit);
        return When(actor.Is(Role.Operator), Operator)
            | When(actor.Is(Role.Supervisor), Supervisor)
            | When(actor.Is(Role.Administrator), Administrator)
            | When(actor.Is(Role.Auditor), Auditor)
            | When(actor.Is(Role.System), Standing.Hotline)
            | When(actor.Is(StaffRoles) && (file.Lead is null || file.Status == CaseStatus.AwaitingVisit), Desk)
            | When(unit is not null && unit == file.Lead, Lead)
            | When(unit is not null && file.Summary.Assisting.Contains(unit.Value), Standing.Assisting)
            | When(unit is not null && unit == file.Offer?.Merchant, Asked)
            | When(unit is not null && file.Summary.Dispute?.Units.Contains(unit.Value) == true, Disputant)
            | When(unit is not null && unit == file.Summary.Dispute?.Body, SupervisionBody)
            | When(actor.Is(Role.Channel) && actor.Subject == file.Submitter, Submitter);
    }

    private static bool Is(Actor actor, CaseFile file, Standing any) => (StandingOf(actor, file) & any) != Nobody;

    private static Standing When(bool holds, Standing standing) => holds ? standing : Nobody;
}

/// <summary>What somebody may be to a case; several at once.</summary>
[Flags]
public enum Standing
{
    Nobody = 0,
    Operator = 1,
    Supervisor = 2,
    Administrator = 4,

    /// <summary>Whoever works at the hotline.</summary>
    Staff = Operator | Supervisor | Administrator,

    /// <summary>Staff, while no unit has the case.</summary>
    Desk = 8,
    Auditor = 16,

    /// <summary>Of the one unit that answers for the case.</summary>
    Lead = 32,

    /// <summary>Of a unit that assists.</summary>
    Assisting = 64,

    /// <summary>The merchant who has an offer of it.</summary>
    Asked = 128,

    /// <summary>The channel client that submitted it.</summary>
    Submitter = 256,

    /// <summary>Hotline itself: clocks, offers.</summary>
    Hotline = 512,

    /// <summary>Of a unit that has a part in the dispute over it.</summary>
    Disputant = 1024,

    /// <summary>Of the supervision body that rules on it.</summary>
    SupervisionBody = 2048,
}
