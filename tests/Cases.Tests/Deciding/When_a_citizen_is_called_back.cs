using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_citizen_is_called_back
{
    [Fact]
    public void Solved_and_satisfied_closes_as_solved()
    {
        Assert.Equal(CloseOutcome.Solved, Assert.Single(Visit(solved: true, Satisfaction.Satisfied).OfType<CaseClosed>()).Outcome);
    }

    [Fact]
    public void Dissatisfied_through_the_units_fault_orders_a_redo()
    {
        var events = Visit(solved: false, Satisfaction.Dissatisfied, unitAtFault: true);

        Assert.Contains(new RedoOrdered(Given.Water, "态度差"), events);
        Assert.DoesNotContain(events, e => e is CaseClosed);
    }

    [Fact]
    public void A_redo_goes_back_to_the_unit_that_handled_it()
    {
        var file = Given.After(Given.A(CaseStatus.AwaitingVisit), Given.Operator, new RedoOrdered(Given.Water, null));

        Assert.Equal((CaseStatus.InProgress, Given.Water, 1), (file.Status, file.Lead!.Value, file.Summary.Redos));
    }

    [Fact]
    public void There_is_one_redo_then_the_case_closes_as_explained()
    {
        var again = Given.After(
            Given.A(CaseStatus.AwaitingVisit), Given.Operator, new RedoOrdered(Given.Water, null), new CaseReplied(Given.Water, "再次处理", []));

        Assert.Equal(CloseOutcome.Explained, Assert.Single(Visit(false, Satisfaction.Dissatisfied, true, again).OfType<CaseClosed>()).Outcome);
    }

    [Fact]
    public void Other_dissatisfaction_is_explained_and_closed()
    {
        Assert.Equal(CloseOutcome.Explained, Assert.Single(Visit(false, Satisfaction.VeryDissatisfied).OfType<CaseClosed>()).Outcome);
    }

    [Fact]
    public void Not_reached_is_tried_again_as_often_as_the_policy_says()
    {
        var (file, now) = (Given.A(CaseStatus.AwaitingVisit), Given.Monday);
        for (var attempt = 1; attempt < Given.City.Visits.Attempts; attempt++)
        {
            var events = Decide(file, NotReached, now);
            Assert.Equal(attempt, Assert.IsType<VisitRecorded>(Assert.Single(events)).Attempt);
            file = Given.After(file, Given.Operator, [.. events]);
            now = Given.Monday + Between;
        }

        var last = Decide(file, NotReached, now);
        Assert.Equal(Given.City.Visits.Attempts, Assert.Single(last.OfType<VisitRecorded>()).Attempt);
        Assert.Equal(CloseOutcome.Explained, Assert.Single(last.OfType<CaseClosed>()).Outcome);
    }

    [Fact]
    public void Calls_in_a_row_are_one_attempt_but_whoever_picks_up_is_heard_at_any_time()
    {
        var file = Given.After(Given.A(CaseStatus.AwaitingVisit), Given.Operator, [.. Decide(Given.A(CaseStatus.AwaitingVisit), NotReached, Given.Monday)]);
        var soon = Given.Monday + Between - TimeSpan.FromMinutes(1);

        Assert.Equal("visit-too-soon", CaseDecisions.Decide(file, Of(NotReached), Given.City, soon).Error?.Code);
        Assert.Contains(Decide(file, new VisitAnswers(true, true, Satisfaction.Satisfied), soon), e => e is CaseClosed);
    }

    [Fact]
    public void By_a_link_it_is_recorded_as_such_with_the_citizens_words_and_their_numbers_sealed()
    {
        var act = Of(new VisitAnswers(true, false, Satisfaction.Dissatisfied)) with
        {
            By = Given.Hotline,
            UnitAtFault = true,
            Via = VisitWay.Link,
            Comment = "师傅没来,请打13812348000",
        };

        var recorded = CaseDecisions.Decide(Given.A(CaseStatus.AwaitingVisit), act, Given.City, Given.Monday).Events.OfType<VisitRecorded>().Single();

        Assert.Equal((VisitWay.Link, "师傅没来,请打138****8000", act.Comment), (recorded.Via, recorded.Comment, recorded.Secrets?.Text));
    }

    [Fact]
    public void An_answer_about_an_earlier_reply_does_not_count_for_the_newer_one()
    {
        var file = Given.A(CaseStatus.AwaitingVisit);
        var act = Of(new VisitAnswers(true, true, Satisfaction.Satisfied)) with { By = Given.Hotline, Via = VisitWay.Link };

        Assert.Equal("visit-of-earlier-reply", CaseDecisions.Decide(file, act with { OfReply = Given.Monday.AddDays(-1) }, Given.City, Given.Monday).Error?.Code);
        Assert.Null(CaseDecisions.Decide(file, act with { OfReply = file.Summary.RepliedAt }, Given.City, Given.Monday).Error);
    }

    private static TimeSpan Between => TimeSpan.FromHours(Given.City.Visits.HoursBetweenAttempts);

    private static VisitAnswers NotReached { get; } = new(false, null, null);

    private static IReadOnlyList<CaseEvent> Visit(bool solved, Satisfaction satisfied, bool unitAtFault = false, CaseFile? file = null) => CaseDecisions.Decide(
        file ?? Given.A(CaseStatus.AwaitingVisit), Of(new VisitAnswers(true, solved, satisfied)) with { UnitAtFault = unitAtFault }, Given.City, Given.Monday).Events;

    private static IReadOnlyList<CaseEvent> Decide(CaseFile file, VisitAnswers answers, DateTimeOffset now) =>
        CaseDecisions.Decide(file, Of(answers), Given.City, now).Events;

    private static VisitCase Of(VisitAnswers answers) => new(Given.Operator, Guid.CreateVersion7(), answers, "态度差", false);
}
