using Hotline.Cases.Acting;
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

        var dispatched = Assert.IsType<CaseDispatched>(Assert.Single(decision.Events));
        Assert.Equal((housing, 2), (dispatched.Lead, dispatched.Round));
    }

    [Fact]
    public void Another_unit_cannot()
    {
        var stranger = Given.WaterOfficer with { Unit = Contracts.Units.UnitRef.Department("housing") };

        Assert.Equal("case-hidden", CaseDecisions.Decide(Given.A(CaseStatus.Dispatched), Return with { By = stranger }, Given.City, Given.Monday).Error?.Code);
    }
}
