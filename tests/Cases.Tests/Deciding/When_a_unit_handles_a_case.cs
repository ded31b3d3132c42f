using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Filing;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_unit_handles_a_case
{
    [Fact]
    public void It_goes_to_another_officer_of_the_same_unit()
    {
        var signed = Given.A(CaseStatus.Signed);
        Assert.Equal("officer.water", signed.Summary.Officer);
        Assert.Equal("unknown-officer", Decide(signed, new TransferCase(Given.WaterOfficer, Guid.CreateVersion7(), "officer.health", null)).Error?.Code);
        Assert.Equal("officer-has-it", Decide(signed, new TransferCase(Given.WaterOfficer, Guid.CreateVersion7(), "officer.water", null)).Error?.Code);

        var moved = Assert.IsType<CaseTransferred>(Assert.Single(Decide(signed, new TransferCase(Given.WaterOfficer, Guid.CreateVersion7(), "deputy.water", "休假")).Events));
        Assert.Equal(("officer.water", "deputy.water"), (moved.From, moved.To));
    }

    [Fact]
    public void It_is_taken_from_a_unit_that_is_late_and_silent()
    {
        var dispatched = Given.A(CaseStatus.Dispatched);
        Assert.Equal("unit-not-silent", TakeBack(dispatched).Error?.Code);

        var late = Given.After(dispatched, Given.Hotline, new DeadlineMissed("sign", Given.Monday, Given.Water));
        var taken = Given.After(late, Given.Operator, [.. TakeBack(late).Events]);
        Assert.Equal((CaseStatus.Returned, null), (taken.Status, taken.Lead));

        // Late, but it stirs: not silent.
        Assert.Equal("unit-not-silent", TakeBack(Given.After(late, Given.WaterOfficer, new CaseSigned(Given.Water))).Error?.Code);
    }

    [Fact]
    public void It_asks_the_citizen_and_waits_for_the_answer()
    {
        var working = Given.A(CaseStatus.InProgress);
        var asked = Given.After(working, Given.WaterOfficer, [.. Decide(working, new AskCitizen(Given.WaterOfficer, Guid.CreateVersion7(), "水表在几楼?")).Events]);
        Assert.Equal((PauseReason.CitizenToAnswer, "水表在几楼?"), (asked.Summary.PauseReason!.Value, asked.Question));

        var told = Decide(asked, new AddInformation(Given.Web, Guid.CreateVersion7(), "在三楼,电话13900001111"));
        Assert.Equal("在三楼,电话139****1111", Assert.IsType<InformationAdded>(told.Events[0]).Text);
        Assert.Equal("在三楼,电话13900001111", told.Events[0].Secrets?.Text);
        var answered = Given.After(asked, Given.Web, [.. told.Events]);
        Assert.Equal((null, null), (answered.Summary.PausedAt, answered.Question));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("FFD8FFE0", "image/jpeg")]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("504B030414000000", null)]
    [InlineData("00000018667479706D703432", "video/mp4")]
    [InlineData("000000146674797071742020", "video/quicktime")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("000000186674797078787878", null)]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("000000000000000057454250", null)]
    [InlineData("4D5A9000", null)]
    [InlineData("3C68746D6C3E", null)]
    [InlineData("", null)]
    public void A_file_is_what_its_content_is(string hex, string? type) => Assert.Equal(type, FileKinds.Of(Convert.FromHexString(hex)));

    private static Decision TakeBack(CaseFile file) => Decide(file, new TakeBackCase(Given.Operator, Guid.CreateVersion7(), "逾期无人办理"));

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));
}
