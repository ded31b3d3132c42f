using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_unit_returns_a_case
{
    private static readonly ReturnCase Return = new(Given.WaterOfficer, Guid.CreateVersion7(), ReturnReason.NotOurDuty, "三定方案", "不属水务");

    [Fact]
    public void Within_the_window_it_is_taken_back_and_has_no_lead()
    {
        var file = Given.A(CaseStatus.Dispatched);
        var events = CaseDecisions.Decide(file, Return, Given.City, Given.Monday.AddHours(2)).Events;
        var after = Given.After(file, Given.WaterOfficer, [.. events]);

        Assert.Equal((CaseStatus.Returned, null), (after.Status, after.Lead));
    }

    [Fact]
    public void After_the_window_it_is_deemed_accepted()
    {
        var end = Given.City.Clocks.DueAt(ClockName.Return, Urgency.General, CaseType.Complaint, "c", Given.Monday);

        Assert.Null(CaseDecisions.Decide(Given.A(CaseStatus.Dispatched), Return, Given.City, end).Error);
        Assert.Equal("return-window-closed", CaseDecisions.Decide(Given.A(CaseStatus.Dispatched), Return, Given.City, end.AddSeconds(1)).Error?.Code);
    }

    [Fact]
    public void It_can_go_to_another_unit_and_the_round_counts_up()
    {
        var housing = Contracts.Units.UnitRef.Department("housing");
        var decision = CaseDecisions.Decide(
            Given.A(CaseStatus.Returned), new DispatchCase(Given.Operator, Guid.CreateVersion7(), housing, [], null, "改派"), Given.City, Given.Monday);

        var dispatched = Assert.IsType<CaseDispatched>(decision.Events[^1]);
        Assert.Equal((housing, 2), (dispatched.Lead, dispatched.Round));
        Assert.Equal(new ReturnReviewed(Given.Water, Upheld: true, "改派"), decision.Events[0]);
    }

    [Fact]
    public void Sent_back_to_the_unit_without_a_review_the_return_was_not_upheld()
    {
        var decision = CaseDecisions.Decide(
            Given.A(CaseStatus.Returned), new DispatchCase(Given.Operator, Guid.CreateVersion7(), Given.Water, [], null, "属水务职责"), Given.City, Given.Monday);

        Assert.False(Assert.IsType<ReturnReviewed>(decision.Events[0]).Upheld);
    }

    [Fact]
    public void A_case_taken_back_from_another_unit_is_at_the_desk_for_no_return()
    {
        var returned = Given.A(CaseStatus.Returned);
        var takenBack = returned with { Summary = returned.Summary with { HandlingSince = Given.Monday.AddDays(2) } };
        var dispatch = new DispatchCase(Given.Operator, Guid.CreateVersion7(), Given.Housing, [], null, "改派");

        Assert.IsType<CaseDispatched>(Assert.Single(CaseDecisions.Decide(takenBack, dispatch, Given.City, Given.Monday.AddDays(2)).Events));
        Assert.Equal(
            "return-reviewed-before",
            CaseDecisions.Decide(takenBack, new ReviewReturn(Given.Operator, Guid.CreateVersion7(), false, "…"), Given.City, Given.Monday.AddDays(2)).Error?.Code);
    }

    [Fact]
    public void Another_unit_cannot()
    {
        var stranger = Given.WaterOfficer with { Unit = Contracts.Units.UnitRef.Department("housing") };

        Assert.Equal("case-hidden", CaseDecisions.Decide(Given.A(CaseStatus.Dispatched), Return with { By = stranger }, Given.City, Given.Monday).Error?.Code);
    }

    [Fact]
    public void A_return_that_is_upheld_waits_for_another_dispatch_and_is_reviewed_once()
    {
        var upheld = After(Given.A(CaseStatus.Returned), new ReviewReturn(Given.Operator, Guid.CreateVersion7(), true, null));

        Assert.Equal(CaseStatus.Returned, upheld.Status);
        Assert.True(Assert.Single(upheld.Jurisdiction!.Returns).Upheld);
        Assert.Equal("return-reviewed-before", CaseDecisions.Decide(
            upheld, new ReviewReturn(Given.Operator, Guid.CreateVersion7(), false, "属水务"), Given.City, Given.Monday).Error?.Code);
    }

    [Fact]
    public void A_return_that_is_rejected_goes_back_with_those_who_assisted_and_not_for_that_reason_again()
    {
        var health = Contracts.Units.UnitRef.Department("health");
        var assisted = Given.After(Given.A(CaseStatus.Triaged), Given.Operator, new CaseDispatched(Given.Water, [health], "r", null, 1));
        var back = After(After(assisted, Return), new ReviewReturn(Given.Operator, Guid.CreateVersion7(), false, "属水务"));

        Assert.Equal((CaseStatus.Dispatched, Given.Water, 2), (back.Status, back.Lead, back.Rounds));
        Assert.Equal([health], back.Summary.Assisting);
        Assert.Equal("return-rejected-before", CaseDecisions.Decide(back, Return, Given.City, Given.Monday).Error?.Code);
        Assert.Equal(CaseStatus.Disputed, After(back, Return with { Reason = ReturnReason.NotOurArea }).Status);
    }

    private static CaseFile After(CaseFile file, CaseAct act)
    {
        var decision = CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));
        Assert.Null(decision.Error);
        return Given.After(file, act.By, [.. decision.Events]);
    }
}
