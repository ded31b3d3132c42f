using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>Every state × every act, against a table written down a second time.</summary>
public sealed class When_any_act_meets_any_state
{
    // One row an act; what is not listed is refused.
    private static readonly Dictionary<Act, CaseStatus[]> Allowed = new()
    {
        [Act.Accept] = [Received],
        [Act.Decline] = [Received],
        [Act.Triage] = [Received, Accepted, Triaged, Returned],
        [Act.Dispatch] = [Triaged, Returned],
        [Act.Sign] = [Dispatched],
        [Act.Return] = [Dispatched, Signed],
        [Act.Contact] = [Signed, InProgress, Assigned],
        [Act.Note] = [Received, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, AwaitingVisit],
        [Act.Pause] = [Accepted, Triaged, Returned, Assigned, Signed, InProgress],
        [Act.Resume] = [],
        [Act.AskExtension] = [Signed, InProgress],
        [Act.DecideExtension] = [],
        [Act.Reply] = [Signed, InProgress, Assigned],
        [Act.Visit] = [AwaitingVisit],
        [Act.Reopen] = [Declined, Closed],
        [Act.Withdraw] = [Received, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, AwaitingVisit],
        [Act.MakeOffer] = [],
        [Act.AcceptOffer] = [Offered],
        [Act.DeclineOffer] = [Offered],
        [Act.ExpireOffer] = [Offered],
        [Act.ExhaustOffers] = [Accepted, Triaged],
        [Act.FinishService] = [Assigned],
        [Act.WarnOfDeadline] = [Accepted, Triaged, Dispatched, Assigned, Signed, InProgress],
        [Act.MissDeadline] = [Accepted, Triaged, Dispatched, Assigned, Signed, InProgress],
        [Act.OpenSupervision] = [Accepted, Triaged, Dispatched, Assigned, Signed, InProgress],
    };

    public static TheoryData<CaseStatus, Act> Cells()
    {
        var cells = new TheoryData<CaseStatus, Act>();
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            foreach (var act in Enum.GetValues<Act>())
                cells.Add(status, act);
        }
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void It_happens_exactly_where_the_table_says(CaseStatus status, Act act)
    {
        var file = Given.A(status);
        var decision = CaseDecisions.Decide(file, Command(act, file), Given.City, Given.Monday.AddHours(1));

        if (Allowed[act].Contains(status))
        {
            Assert.Null(decision.Error);
            Assert.NotEmpty(decision.Events);
        }
        else
        {
            Assert.Equal(ErrorKind.Conflict, decision.Error?.Kind);
            Assert.Equal(Waiting(act) && Lifecycle.Permits(act, status) ? Refusal(act) : "illegal-transition", decision.Error?.Code);
            Assert.Empty(decision.Events);
        }
    }

    // Whether it waits, or more time was asked for, is no state of its own.
    private static bool Waiting(Act act) => act is Act.Resume or Act.DecideExtension;

    private static string Refusal(Act act) => act == Act.Resume ? "case-not-paused" : "extension-not-asked";

    private static CaseAct Command(Act act, CaseFile file)
    {
        var operation = Guid.CreateVersion7();
        var staff = Given.Operator;
        var unit = file.Lead is { } lead ? new Actor("lead", Contracts.Units.Role.Officer, lead) : Given.Operator;
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
            Act.DecideExtension => new DecideExtension(new Actor("boss", Contracts.Units.Role.Supervisor), operation, true, null),
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
        };
    }
}
