using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_units_assist
{
    private static readonly Actor HealthOfficer = new("officer.health", Role.Officer, Given.Health);

    [Fact]
    public void Each_owes_its_part_until_it_reports_it_done()
    {
        var handed = Given.After(Given.A(CaseStatus.Triaged), Given.Operator, new CaseDispatched(Given.Water, [Given.Housing], "r", null, 1));
        Assert.Equal(Given.Housing, Assert.Single(handed.Summary.Assists!).Unit);

        var attached = Assert.IsType<UnitAttached>(Assert.Single(Attach(handed, Given.Health).Events));
        Assert.Equal((Given.Health, 1, "请查验水质"), (attached.Unit, attached.Round, attached.Secrets?.Record));
        var asked = Given.After(handed, Given.Operator, attached);
        Assert.Equal([Given.Housing, Given.Health], asked.Summary.Assisting);

        var finished = Assert.IsType<AssistFinished>(Assert.Single(Finish(asked, HealthOfficer).Events));
        Assert.Equal((Given.Health, "合格"), (finished.Unit, finished.Secrets?.Record));
        var done = Given.After(asked, HealthOfficer, finished);
        Assert.Equal([null, Given.Monday], done.Summary.Assists!.Select(one => one.DoneAt));
        Assert.Equal((CaseStatus.Dispatched, Given.Water), (done.Status, done.Lead));
        Assert.Equal("assist-not-open", Finish(done, HealthOfficer).Error?.Code);
    }

    [Fact]
    public void The_lead_does_not_assist_itself_and_nobody_is_asked_twice_at_once()
    {
        var asked = Given.After(Given.A(CaseStatus.InProgress), Given.Operator, new UnitAttached(Given.Health, 1));

        Assert.Equal(("unit-leads", "unit"), (Attach(asked, Given.Water).Error?.Code, Attach(asked, Given.Water).Error?.Field));
        Assert.Equal("assist-open", Attach(asked, Given.Health).Error?.Code);
        var again = Given.After(asked, Given.Operator, new AssistFinished(Given.Health), Assert.Single(Attach(Given.After(asked, HealthOfficer, new AssistFinished(Given.Health)), Given.Health).Events));
        Assert.Null(Assert.Single(again.Summary.Assists!).DoneAt);
        Assert.Equal([Given.Health], again.Summary.Assisting);
    }

    [Fact]
    public void Help_may_be_reported_while_the_citizen_is_waited_for()
    {
        var paused = Given.After(Given.A(CaseStatus.InProgress), Given.Operator, new UnitAttached(Given.Health, 1), new CasePaused(Given.Water, PauseReason.CitizenToAnswer));

        Assert.Null(Finish(paused, HealthOfficer).Error);
        Assert.Equal("case-paused", Attach(paused, Given.Housing).Error?.Code);
    }

    [Fact]
    public void Nothing_is_owed_once_the_lead_has_answered_or_lost_the_case()
    {
        var asked = Given.After(Given.A(CaseStatus.InProgress), Given.Operator, new UnitAttached(Given.Health, 1), new UnitAttached(Given.Housing, 1), new AssistFinished(Given.Housing));

        foreach (var answer in new CaseEvent[] { new CaseReplied(Given.Water, "已修复", []), new AnswerSubmitted(Given.Water, "已修复", [], []) })
            Assert.Equal(Given.Housing, Assert.Single(Given.After(asked, Given.WaterOfficer, answer).Summary.Assists!).Unit);
        foreach (var loss in new CaseEvent[] { new CaseTakenBack(Given.Water, "handle", "逾期"), new CaseMerged(Given.Lead, Given.Water, null) })
            Assert.Null(Given.After(asked, Given.Operator, loss).Summary.Assists);
    }

    [Fact]
    public void The_clock_of_one_unit_is_no_other_units()
    {
        var asked = Given.After(Given.A(CaseStatus.InProgress), Given.Operator, new UnitAttached(Given.Health, 1), new UnitAttached(Given.Housing, 1));

        var missed = Assert.IsType<DeadlineMissed>(Assert.Single(Decide(asked, new MissDeadline(Given.Hotline, Guid.CreateVersion7(), "assist", Given.Monday, Given.Health)).Events));
        Assert.Equal(("assist", Given.Health), (missed.Clock, missed.Unit));
        // It is not the lead that was silent.
        Assert.Equal("unit-not-silent", Decide(Given.After(asked, Given.Hotline, missed), new TakeBackCase(Given.Operator, Guid.CreateVersion7(), "逾期")).Error?.Code);
        Assert.Equal("illegal-transition", Decide(asked, new MissDeadline(Given.Hotline, Guid.CreateVersion7(), "assist", Given.Monday, Given.Water)).Error?.Code);
        var done = Given.After(asked, HealthOfficer, new AssistFinished(Given.Health));
        Assert.Equal("illegal-transition", Decide(done, new MissDeadline(Given.Hotline, Guid.CreateVersion7(), "assist", Given.Monday, Given.Health)).Error?.Code);
    }

    [Fact]
    public void A_supervision_over_help_is_answered_by_the_unit_that_owes_it()
    {
        var asked = Given.After(Given.A(CaseStatus.InProgress), Given.Operator, new UnitAttached(Given.Health, 1));
        var supervised = Given.After(asked, Given.Hotline, new SupervisionOpened("handle", 1, Given.Monday, Given.Water), new SupervisionOpened("assist", 2, Given.Monday, Given.Health));
        Assert.Equal(("handle", 2), (supervised.Summary.Supervision?.Clock, Assert.Single(supervised.Summary.Assists!).Supervision));

        var answered = Assert.IsType<SupervisionAnswered>(Assert.Single(Answer(supervised, HealthOfficer).Events));
        Assert.Equal(("assist", 2, Given.Health), (answered.Clock, answered.Level, answered.By));
        var after = Given.After(supervised, HealthOfficer, answered);
        Assert.Null(Assert.Single(after.Summary.Assists!).Supervision);
        Assert.Equal("handle", after.Summary.Supervision?.Clock);
        Assert.Equal("supervision-not-open", Answer(after, HealthOfficer).Error?.Code);
        Assert.Equal("handle", Assert.IsType<SupervisionAnswered>(Assert.Single(Answer(after, Given.WaterOfficer).Events)).Clock);
    }

    private static Decision Attach(CaseFile file, UnitRef unit) => Decide(file, new AttachUnit(Given.Operator, Guid.CreateVersion7(), unit, "请查验水质"));

    private static Decision Finish(CaseFile file, Actor by) => Decide(file, new FinishAssist(by, Guid.CreateVersion7(), "合格"));

    private static Decision Answer(CaseFile file, Actor by) => Decide(file, new AnswerSupervision(by, Guid.CreateVersion7(), "人手不足"));

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));
}
