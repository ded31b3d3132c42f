using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_matter_is_completed
{
    [Fact]
    public void The_place_is_sealed_and_what_may_be_seen_of_it_stands_in_the_case()
    {
        var completed = Complete(Given.Received(), new SubmittedPlace("解放路88号2单元301室", "jiangbei", 29.27151, 120.25249), Given.Monday.AddHours(-2));

        Assert.Equal(("解放路88号2单元301室", 29.27151), (completed.Citizen?.Address, completed.Citizen?.Latitude));
        Assert.Equal(("jiangbei", "解放路", 29.27, 120.25), (completed.Summary.Area, completed.Summary.MaskedAddress, completed.Summary.Latitude, completed.Summary.Longitude));
        Assert.Equal((CaseStatus.Received, Given.Monday.AddHours(-2)), (completed.Status, completed.Summary.OccurredAt));
    }

    [Fact]
    public void What_is_not_told_stays_as_it_was()
    {
        var before = Given.Received();
        var completed = Complete(before, new SubmittedPlace(null, "jiangbei", null, null), null);

        Assert.Equal(before.Summary with { Area = "jiangbei", Version = before.Summary.Version + 1 }, completed.Summary);
        Assert.Equal(before.Citizen, completed.Citizen);
    }

    [Fact]
    public void A_sealed_case_shows_none_of_it()
    {
        var completed = Complete(Given.Received(CaseKind.Consultation, isSealed: true), new SubmittedPlace("解放路88号", null, 29.27, 120.25), null);

        Assert.Equal((null, null), (completed.Summary.MaskedAddress, completed.Summary.Latitude));
        Assert.Equal("解放路88号", completed.Citizen?.Address);
    }

    [Fact]
    public void Who_it_is_ends_anonymity_and_is_sealed()
    {
        var anonymous = Given.After(null, Given.Web, [.. Hotline.Cases.Receiving.ReceiveDecision.Decide(
            new CaseId(Guid.CreateVersion7()), Given.Submission(CaseKind.Efficiency) with { Citizen = new SubmittedCitizen(null, null, true, false, null) }, phone => phone, Given.City.Screening, Given.Monday)]);
        var act = new CompleteDetails(Given.Operator, Guid.CreateVersion7(), null, null, "李四", "13912345678", "hash");
        var completed = Given.After(anonymous, Given.Operator, [.. CaseDecisions.Decide(anonymous, act, Given.City, Given.Monday).Events]);

        Assert.Equal(new CitizenSummary("李*", "139****5678", "hash", false, false, null), completed.Summary.Citizen);
        Assert.Equal(("李四", "人民路12号3幢501室"), (completed.Citizen?.Name, completed.Citizen?.Address));
    }

    [Fact]
    public void The_fault_is_named()
    {
        var faults = Hotline.Cases.Receiving.SubmitValidation.Check(new Hotline.Cases.Receiving.PlaceRequest(null, "nowhere", 29.2, null), Given.Monday.AddDays(1), Given.City, Given.Monday);

        Assert.Equal(["place.area", "place.longitude", "occurredAt"], faults.Select(fault => fault.Field));
    }

    private static CaseFile Complete(CaseFile file, SubmittedPlace place, DateTimeOffset? occurredAt)
    {
        var decision = CaseDecisions.Decide(file, new CompleteDetails(Given.Operator, Guid.CreateVersion7(), place, occurredAt), Given.City, Given.Monday);
        return Given.After(file, Given.Operator, [.. decision.Events]);
    }
}
