using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.CaseFiles;

/// <summary>Roles × acts × own or other unit: who may.</summary>
public static class Permissions
{
    private const Role Staff = Role.Operator | Role.Supervisor | Role.Administrator;

    /// <summary>Whether the actor may do the act to this case.</summary>
    public static bool May(Actor actor, Act act, CaseFile file) => act switch
    {
        Act.Accept or Act.Decline or Act.Triage or Act.Dispatch => actor.Is(Staff),
        // Hotline itself stands for the citizen who answers by a link.
        Act.Visit => actor.Is(Staff | Role.System),
        Act.Merge => actor.Is(Staff),
        Act.Unmerge => actor.Is(Staff | Role.System),
        Act.Sign or Act.Return => Leads(actor, file),
        Act.ReviewReturn or Act.OpenDispute => actor.Is(Staff),
        Act.State => Disputes(actor, file),
        Act.Rule => actor.Is(Role.Supervisor) || Rules(actor, file),
        Act.Contact => Leads(actor, file),
        Act.Note => actor.Is(Staff) || Leads(actor, file) || Assists(actor, file),
        // The citizen may call the hotline back instead of the unit: staff can always end a wait.
        Act.Pause => file.Lead is null ? actor.Is(Staff) : Leads(actor, file),
        Act.Resume => actor.Is(Staff) || Leads(actor, file),
        Act.AskExtension => Leads(actor, file),
        Act.DecideExtension => actor.Is(Role.Supervisor),
        // Consultations may be answered at once by the operator; what is with a unit is answered by that unit.
        Act.Reply => file.Lead is null ? actor.Is(Staff) : Leads(actor, file),
        Act.Reopen => actor.Is(Staff | Role.System) || Submitted(actor, file),
        Act.Withdraw => actor.Is(Staff) || Submitted(actor, file),
        Act.AcceptOffer or Act.DeclineOffer => actor.Unit is { } unit && unit == file.Offer?.Merchant,
        Act.FinishService => Leads(actor, file),
        Act.MakeOffer or Act.ExpireOffer or Act.ExhaustOffers => actor.Is(Role.System),
        Act.WarnOfDeadline or Act.MissDeadline or Act.OpenSupervision => actor.Is(Role.System),
        Act.AddReporter or Act.RemoveReporter or Act.AnswerFollower => actor.Is(Role.System),
    };

    /// <summary>Whether the actor may know that the case exists.</summary>
    public static bool MayRead(Actor actor, CaseFile file) =>
        actor.Is(Staff | Role.Auditor | Role.System)
        || Leads(actor, file)
        || Assists(actor, file)
        || Disputes(actor, file)
        || Rules(actor, file)
        || actor.Unit is { } unit && file.Offer?.Merchant == unit
        || Submitted(actor, file);

    /// <summary>Whether the actor may see the citizen in clear: staff who serve the citizen, and the unit that must reach them –
    /// unless the citizen asked to stay hidden from it.</summary>
    public static bool MayReadSecrets(Actor actor, CaseFile file) =>
        actor.Is(Role.Operator | Role.Supervisor) || Leads(actor, file) && !file.Summary.Citizen.HideIdentity;

    private static bool Leads(Actor actor, CaseFile file) => actor.Unit is { } unit && unit == file.Lead;

    private static bool Assists(Actor actor, CaseFile file) => actor.Unit is { } unit && file.Summary.Assisting.Contains(unit);

    private static bool Disputes(Actor actor, CaseFile file) => actor.Unit is { } unit && file.Summary.Dispute?.Units.Contains(unit) == true;

    private static bool Rules(Actor actor, CaseFile file) => actor.Unit is { } unit && file.Summary.Dispute?.Body == unit;

    private static bool Submitted(Actor actor, CaseFile file) => actor.Is(Role.Channel) && actor.Subject == file.Submitter;
}
