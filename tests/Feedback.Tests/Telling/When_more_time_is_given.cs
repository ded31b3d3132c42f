using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Telling;

public class When_more_time_is_given
{
    private static readonly UnitRef Water = UnitRef.Department("water");

    [Fact]
    public async Task While_the_case_waits_no_date_is_promised()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().AskedForMore(3).Paused(PauseReason.ForceMajeure).GivenMore());

        var notice = Assert.Single(await bench.Notices(1));

        Assert.Contains("3 more working days", notice.Text("texts", "en"), StringComparison.Ordinal);
        Assert.DoesNotMatch("20[0-9]{2}-", notice.Text("texts", "en"));
    }

    [Fact]
    public async Task More_time_is_told_with_the_unit_and_the_new_date()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().AskedForMore().GivenMore(Bench.Monday.AddDays(20)));

        var text = Assert.Single(await bench.Notices(1)).Text("texts", "en");

        Assert.Contains(DemoCity.City.Departments.Find("water")!.Name.En, text, StringComparison.Ordinal);
        Assert.Contains("2026-12-13 10:00", text, StringComparison.Ordinal);
    }
}
