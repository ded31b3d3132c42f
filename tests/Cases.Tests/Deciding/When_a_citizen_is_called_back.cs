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
        var file = Given.A(CaseStatus.AwaitingVisit);
        for (var attempt = 1; attempt < Given.City.Visits.Attempts; attempt++)
        {
            var events = Decide(file, new VisitAnswers(false, null, null), false);
            Assert.Equal(attempt, Assert.IsType<VisitRecorded>(Assert.Single(events)).Attempt);
            file = Given.After(file, Given.Operator, [.. events]);
        }

        Assert.Contains(Decide(file, new VisitAnswers(false, null, null), false), e => e is CaseClosed);
    }

    private static IReadOnlyList<CaseEvent> Visit(bool solved, Satisfaction satisfied, bool unitAtFault = false, CaseFile? file = null) =>
        Decide(file ?? Given.A(CaseStatus.AwaitingVisit), new VisitAnswers(true, solved, satisfied), unitAtFault);

    private static IReadOnlyList<CaseEvent> Decide(CaseFile file, VisitAnswers answers, bool unitAtFault) =>
        CaseDecisions.Decide(file, new VisitCase(Given.Operator, Guid.CreateVersion7(), answers, "态度差", unitAtFault), Given.City, Given.Monday).Events;
}
