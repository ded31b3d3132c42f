using System.Globalization;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Tests.Texts;

public class When_citizens_are_told
{
    private readonly City _city = DemoFolder.City;

    [Fact]
    public void Speaks_both_languages()
    {
        Assert.Equal("Your request 261123-000001-4 is closed. You may reopen it within 30 days.", Closed("en"));
        Assert.Equal("您的诉求 261123-000001-4 已办结。30 日内如有问题可重新打开。", Closed("zh-CN"));
    }

    [Fact]
    public void Says_for_every_refusal_why_and_where_to_go()
    {
        foreach (var reason in Enum.GetValues<DeclineReason>().Select(one => char.ToLowerInvariant(one.ToString()[0]) + one.ToString()[1..]))
        {
            Assert.Contains($"decline.{reason}", _city.Texts.Keys);
            Assert.Contains($"where.{reason}", _city.Texts.Keys);
        }
    }

    private string Closed(string culture) => _city.Texts.Get(
        "case.closed",
        CultureInfo.GetCultureInfo(culture),
        ("number", "261123-000001-4"),
        ("days", _city.Visits.ReopenDays.ToString(CultureInfo.InvariantCulture)));
}
