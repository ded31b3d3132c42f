using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_case_is_supervised
{
    [Fact]
    public void The_unit_says_why_and_the_ladder_goes_on()
    {
        var supervised = Supervised(CaseStatus.InProgress, "handle", 1);
        Assert.Equal(new Supervision("handle", 1, Given.Monday), supervised.Summary.Supervision);

        var answered = Assert.IsType<SupervisionAnswered>(Assert.Single(Answer(supervised, Given.WaterOfficer).Events));
        Assert.Equal(("handle", 1, Given.Water, "等管材"), (answered.Clock, answered.Level, answered.By, answered.Secrets?.Record));
        var after = Given.After(supervised, Given.WaterOfficer, answered);
        Assert.Null(after.Summary.Supervision);
        Assert.Equal("supervision-not-open", Answer(after, Given.WaterOfficer).Error?.Code);

        var higher = Given.After(after, Given.Hotline, new SupervisionOpened("handle", 2, Given.Monday, Given.Water));
        Assert.Equal(2, higher.Summary.Supervision?.Level);
    }

    [Fact]
    public void Of_two_clocks_neither_task_hides_the_other()
    {
        var both = Given.After(
            Supervised(CaseStatus.Dispatched, "contact", 2), Given.Hotline, new SupervisionOpened("sign", 1, Given.Monday, Given.Water), new SupervisionOpened("contact", 3, Given.Monday, Given.Water));
        Assert.Equal([("contact", 3), ("sign", 1)], both.Summary.Supervisions().Select(one => (one.Clock, one.Level)));

        // What is done needs no answer; the other does.
        Assert.Equal("contact", Assert.Single(Given.After(both, Given.WaterOfficer, new CaseSigned(Given.Water)).Summary.Supervisions()).Clock);

        // One answer tells for both: the delay is one.
        var answers = Answer(both, Given.WaterOfficer).Events.Cast<SupervisionAnswered>().ToList();
        Assert.Equal([("contact", "等管材"), ("sign", "等管材")], answers.Select(answer => (answer.Clock, answer.Secrets?.Record)));
        Assert.Empty(Given.After(both, Given.WaterOfficer, [.. answers]).Summary.Supervisions());
    }

    [Fact]
    public void Nobody_answers_for_another_unit()
    {
        var supervised = Supervised(CaseStatus.InProgress, "handle", 1);

        Assert.Equal("case-hidden", Answer(supervised, Given.HousingOfficer).Error?.Code);
        Assert.Equal("act-forbidden", Answer(supervised, Given.Operator).Error?.Code);
        Assert.Null(Answer(supervised, Given.Supervisor).Error);
        Assert.Null(Assert.IsType<SupervisionAnswered>(Assert.Single(Answer(Supervised(CaseStatus.Received, "accept", 1), Given.Supervisor).Events)).By);
    }

    [Fact]
    public void A_unit_that_does_something_is_not_silent()
    {
        var missed = Given.After(Given.A(CaseStatus.InProgress), Given.Hotline, new DeadlineMissed("handle", Given.Monday, Given.Water));
        Assert.Null(TakeBack(missed).Error);
        foreach (var done in new CaseEvent[]
        {
            new AnswerSubmitted(Given.Water, "已修复", [], []), new CaseTransferred(Given.Water, "a", "b", null),
            new CasePaused(Given.Water, PauseReason.ForceMajeure), new ExtensionAsked(Given.Water, 5, "法", "因"),
        })
            Assert.Null(Given.After(missed, Given.WaterOfficer, done).Missed);

        static Decision TakeBack(CaseFile file) => CaseDecisions.Decide(file, new TakeBackCase(Given.Operator, Guid.CreateVersion7(), "逾期"), Given.City, Given.Monday.AddHours(1));
    }

    [Fact]
    public void What_is_done_needs_no_answer()
    {
        var supervised = Supervised(CaseStatus.Dispatched, "sign", 1);
        Assert.Null(Given.After(supervised, Given.WaterOfficer, new CaseSigned(Given.Water)).Summary.Supervision);
        Assert.Null(Given.After(supervised, Given.WaterOfficer, new CaseReturned(Given.Water, ReturnReason.NotOurDuty, "法", "不属")).Summary.Supervision);

        var late = Supervised(CaseStatus.InProgress, "handle", 3);
        Assert.NotNull(Given.After(late, Given.WaterOfficer, new ProgressNoted(Given.Water)).Summary.Supervision);
        Assert.Null(Given.After(late, Given.WaterOfficer, new CaseReplied(Given.Water, "已修复", [])).Summary.Supervision);
    }

    private static CaseFile Supervised(CaseStatus status, string clock, int level)
    {
        var file = Given.A(status);
        return Given.After(file, Given.Hotline, new SupervisionOpened(clock, level, Given.Monday, file.Lead));
    }

    private static Decision Answer(CaseFile file, Actor by) =>
        CaseDecisions.Decide(file, new AnswerSupervision(by, Guid.CreateVersion7(), "等管材"), Given.City, Given.Monday.AddHours(1));
}
