using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>One of each act, by whoever may do it, so that nothing but the state can forbid it.</summary>
internal static class SampleAct
{
    /// <summary>Acts whose answer makes a difference, once with each.</summary>
    public static IReadOnlyList<CaseAct> All(Act act, CaseFile file) => Of(act, file) switch
    {
        VisitCase visit =>
        [
            visit,
            visit with { Answers = new VisitAnswers(false, null, null) },
            visit with { Answers = new VisitAnswers(true, false, Satisfaction.Dissatisfied), Reason = "not-solved", UnitAtFault = true },
        ],
        DecideExtension decide => [decide, decide with { Granted = false, Reason = "不符合条件" }],
        var other => [other],
    };

    public static CaseAct Of(Act act, CaseFile file)
    {
        var operation = Guid.CreateVersion7();
        var staff = Given.Operator;
        var unit = file.Lead is { } lead ? new Actor("lead", Role.Officer, lead) : Given.Operator;
        return act switch
        {
            Act.Accept => new AcceptCase(staff, operation),
            Act.Decline => new DeclineCase(staff, operation, DeclineReason.TooVague, "不清楚", null),
            Act.Triage => new TriageCase(staff, operation, "c", null, null, null, false, null, null),
            Act.Dispatch => new DispatchCase(staff, operation, file.Summary.Kind == CaseKind.LifeService ? Given.Plumber : Given.Water, [], null, null),
            Act.Sign => new SignCase(unit, operation),
            Act.Return => new ReturnCase(unit, operation, ReturnReason.NotOurDuty, "法", "不属"),
            Act.Contact => new ContactCitizen(unit, operation, true, null),
            Act.Note => new NoteProgress(staff, operation, "已到现场"),
            Act.Pause => new PauseCase(unit, operation, PauseReason.CitizenToAnswer, null),
            Act.Resume => new ResumeCase(staff, operation, null),
            Act.AskExtension => new AskExtension(unit, operation, 5, "条例第十二条", "管材待到货"),
            Act.DecideExtension => new DecideExtension(Given.Supervisor, operation, true, null),
            Act.Reply => new ReplyCase(unit, operation, "记录", "答复", []),
            Act.Visit => new VisitCase(staff, operation, new VisitAnswers(true, true, Satisfaction.Satisfied), null, false),
            Act.Reopen => new ReopenCase(staff, operation, "未解决"),
            Act.Withdraw => new WithdrawCase(staff, operation, null),
            Act.MakeOffer => new MakeOffer(Given.Hotline, operation, Given.OfferId, Given.Plumber, 1, Given.Monday.AddHours(2)),
            Act.AcceptOffer => new AcceptOffer(file.Offer is null ? staff : Given.PlumberActor, operation, Given.OfferId, null),
            Act.DeclineOffer => new DeclineOffer(file.Offer is null ? staff : Given.PlumberActor, operation, Given.OfferId, null),
            Act.ExpireOffer => new ExpireOffer(Given.Hotline, operation, Given.OfferId),
            Act.ExhaustOffers => new ExhaustOffers(Given.Hotline, operation, 3),
            Act.FinishService => new FinishService(unit, operation, Given.OfferId, "修好了", 80),
            Act.WarnOfDeadline => new WarnOfDeadline(Given.Hotline, operation, "handle", Given.Monday.AddHours(2)),
            Act.MissDeadline => new MissDeadline(Given.Hotline, operation, "handle", Given.Monday),
            Act.OpenSupervision => new OpenSupervision(Given.Hotline, operation, "handle", 1, Given.Monday),
            Act.EraseCitizen => new EraseCitizen(Given.Administrator, operation, "个人信息保护法第47条"),
        };
    }
}
