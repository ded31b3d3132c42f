using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_units_dispute_a_case
{
    private static readonly ReturnCase Return = new(Given.WaterOfficer, Guid.CreateVersion7(), ReturnReason.NotOurDuty, "三定方案", "不属水务");
    private static readonly GiveRuling Ruling = new(Given.Supervisor, Guid.CreateVersion7(), Given.Housing, [Given.Water], "小区内管网属物业监管", "条例第5条", null);

    [Fact]
    public void Overlapping_duties_open_it_between_the_unit_and_the_one_it_names()
    {
        var file = Do(Given.A(CaseStatus.Dispatched), Return with { Reason = ReturnReason.OverlappingDuties, Proper = Given.Housing });

        Assert.Equal((CaseStatus.Disputed, null), (file.Status, file.Lead));
        Assert.Equal([Given.Water, Given.Housing], file.Summary.Dispute!.Units);
        Assert.Equal(Given.Inspection, file.Summary.Dispute.Body);
    }

    [Fact]
    public void A_second_return_opens_it_between_all_that_returned_it()
    {
        var again = Do(Do(Given.A(CaseStatus.Dispatched), Return), Dispatch(Given.Housing));
        var file = Do(again, Return with { By = Given.HousingOfficer });

        Assert.Equal(CaseStatus.Disputed, file.Status);
        Assert.Equal([Given.Water, Given.Housing], file.Summary.Dispute!.Units);
    }

    [Fact]
    public void Nobody_rules_in_its_own_cause()
    {
        var file = Do(Given.A(CaseStatus.Dispatched), Return with { Reason = ReturnReason.OverlappingDuties, Proper = Given.Inspection });

        Assert.Null(file.Summary.Dispute!.Body);
        Assert.Equal("act-forbidden", Decide(file, Ruling with { By = Given.Inspector }).Error?.Code);
    }

    [Fact]
    public void Staff_opens_it_over_a_single_return()
    {
        var file = Do(Given.A(CaseStatus.Returned), new OpenDispute(Given.Operator, Guid.CreateVersion7(), [Given.Housing], "两家都管,请致电13812348000"));

        Assert.Equal([Given.Water, Given.Housing], file.Summary.Dispute!.Units);
    }

    [Fact]
    public void Numbers_of_people_in_what_is_said_are_masked()
    {
        var opened = Decide(Given.A(CaseStatus.Returned), new OpenDispute(Given.Operator, Guid.CreateVersion7(), [], "请致电13812348000")).Events.Single();

        Assert.Equal("请致电138****8000", Assert.IsType<DisputeOpened>(opened).Reason);
    }

    [Fact]
    public void Each_unit_in_it_reads_the_case_and_gives_one_statement_that_it_may_amend()
    {
        var file = Given.A(CaseStatus.Disputed);
        Assert.All(new[] { Given.WaterOfficer, Given.HousingOfficer, Given.Inspector }, actor => Assert.True(Permissions.MayRead(actor, file)));
        Assert.False(Permissions.MayRead(new Actor("x", Role.Officer, UnitRef.Department("culture")), file));

        file = Do(Do(Do(file, State(Given.WaterOfficer, "属住建")), State(Given.HousingOfficer, "属水务")), State(Given.WaterOfficer, "仍属住建"));
        Assert.Equal([(Given.Housing, "属水务"), (Given.Water, "仍属住建")], file.Jurisdiction!.Statements.Select(one => (one.Unit, one.Text)));
        Assert.Equal("act-forbidden", Decide(file, State(Given.Inspector, "我来说")).Error?.Code);
    }

    [Fact]
    public void The_supervision_body_or_a_supervisor_rules_and_the_ruling_hands_the_case_over()
    {
        var disputed = Given.A(CaseStatus.Disputed);
        Assert.Equal("act-forbidden", Decide(disputed, Ruling with { By = Given.Operator }).Error?.Code);
        Assert.Equal("act-forbidden", Decide(disputed, Ruling with { By = Given.WaterOfficer }).Error?.Code);

        var dispatched = Decide(disputed, Ruling with { By = Given.Inspector }).Events.OfType<CaseDispatched>().Single();
        Assert.Equal((Given.Housing, 2, null), (dispatched.Lead, dispatched.Round, dispatched.Rule));
        Assert.Equal((disputed.Summary.Number, "小区内管网属物业监管"), (dispatched.Ruling!.Number, dispatched.Ruling.Reasons));
        var file = Do(disputed, Ruling);
        Assert.Equal((CaseStatus.Dispatched, null), (file.Status, file.Summary.Dispute));
        Assert.False(Permissions.MayRead(Given.Inspector, file));
    }

    [Fact]
    public void Whoever_was_ruled_to_be_in_charge_cannot_return_it() =>
        Assert.Equal("bound-by-ruling", Decide(Do(Given.A(CaseStatus.Disputed), Ruling), Return with { By = Given.HousingOfficer }).Error?.Code);

    [Fact]
    public void It_ends_when_the_matter_is_taken_back()
    {
        var file = Do(Given.A(CaseStatus.Disputed), new WithdrawCase(Given.Operator, Guid.CreateVersion7(), null));

        Assert.Equal((CaseStatus.Closed, null), (file.Status, file.Summary.Dispute));
    }

    [Fact]
    public void A_missed_ruling_is_the_supervision_body_s()
    {
        var missed = Decide(Given.A(CaseStatus.Disputed), new MissDeadline(Given.Hotline, Guid.CreateVersion7(), "rule", Given.Monday)).Events.Single();

        Assert.Equal(Given.Inspection, Assert.IsType<DeadlineMissed>(missed).Unit);
    }

    [Theory]
    [InlineData(null, null, null, null, null)]
    [InlineData("utilities.water", "jiangbei", "2026-03-02", "2026-12-31", null)]
    [InlineData("utilities.power", null, null, null, "rule.category")]
    [InlineData("nonsense", null, null, null, "rule.category")]
    [InlineData(null, "chengdong", null, null, "rule.area")]
    [InlineData(null, null, "2026-03-01", null, "rule.from")]
    [InlineData(null, null, "2026-03-09", "2026-03-08", "rule.until")]
    public void A_ruling_makes_a_rule_for_matters_like_its_case_from_today_on(string? category, string? area, string? from, string? until, string? wrong)
    {
        var draft = new RuleDraft(category, area, Day(from), Day(until));
        var decision = Decide(Of(Given.A(CaseStatus.Disputed), "utilities.water.quality", "jiangbei"), Ruling with { Rule = draft });

        Assert.Equal(wrong, decision.Error?.Field);
        if (wrong is null)
        {
            Assert.Equal(
                new RulingScope(category ?? "utilities.water.quality", area, Day(from) ?? new DateOnly(2026, 3, 2), Day(until)),
                decision.Events.OfType<RulingGiven>().Single().Scope);
        }
    }

    private static GiveStatement State(Actor by, string text) => new(by, Guid.CreateVersion7(), text, "三定方案");

    private static DispatchCase Dispatch(UnitRef unit) => new(Given.Operator, Guid.CreateVersion7(), unit, [], null, "改派");

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static CaseFile Of(CaseFile file, string category, string area) => file with { Summary = file.Summary with { Category = category, Area = area } };

    private static CaseFile Do(CaseFile file, CaseAct act)
    {
        var decision = Decide(file, act);
        Assert.Null(decision.Error);
        return Given.After(file, act.By, [.. decision.Events]);
    }

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));
}
