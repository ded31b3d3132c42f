using Hotline.Cities.Clusters;
using Hotline.Contracts.Cases;
using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Hotline.Insight.Screening;
using DemoCity = Hotline.TestKit.Stories.DemoCity;
using static Hotline.Contracts.Cases.FindingKind;

namespace Hotline.Insight.Tests.Screening;

public sealed class When_a_case_is_compared_with_those_before
{
    private const string Yellow = "滨江路自来水发黄有异味,已经两天,物业不知道原因。";
    private static readonly Comparable Asked = Case(9, Yellow);

    [Theory]
    [InlineData(true, CaseStatus.Received, null, Repeated)]
    [InlineData(true, CaseStatus.Held, null, Repeated)]
    [InlineData(true, CaseStatus.Merged, CloseOutcome.Merged, Repeated)]
    [InlineData(true, CaseStatus.AwaitingVisit, null, Repeated)]
    [InlineData(true, CaseStatus.Closed, CloseOutcome.Solved, Settled)]
    [InlineData(true, CaseStatus.Closed, CloseOutcome.Unfounded, Settled)]
    [InlineData(true, CaseStatus.Closed, CloseOutcome.Withdrawn, null)]
    [InlineData(true, CaseStatus.Declined, CloseOutcome.Declined, null)]
    [InlineData(false, CaseStatus.Signed, null, Duplicate)]
    [InlineData(false, CaseStatus.Closed, CloseOutcome.Solved, null)]
    public void Who_brought_it_and_where_it_stands_says_what_it_is(bool sameCitizen, CaseStatus status, CloseOutcome? outcome, FindingKind? expected) =>
        Assert.Equal(expected is { } kind ? [kind] : [], Find(Asked, (Case(1, Yellow, status, outcome), sameCitizen)).Select(one => one.Kind));

    [Theory]
    [InlineData("滨江路自来水发黄有异味,已经两天,物业不知道原因。请处理。", Settled)]
    [InlineData("滨江路自来水又发黄有异味,已经两天,物业不知道原因。", null)]
    [InlineData("滨江路自来水发黄有异味,已经两天,昨天检测报告显示铁锰超标三倍,孩子喝了肚子疼去医院看了。", null)]
    public void What_tells_something_new_is_not_settled(string text, FindingKind? expected) =>
        Assert.Equal(expected is { } kind ? [kind] : [], Find(Case(9, text), (Case(1, Yellow, CaseStatus.Closed, CloseOutcome.Explained), true)).Select(one => one.Kind));

    [Fact]
    public void The_same_words_about_nothing_known_hold_nobody() => Assert.Empty(
        Find(Case(9, "请尽快派人处理,谢谢", category: null, street: null, area: null), (Case(1, "请尽快派人处理,谢谢", category: null, street: null, area: null), false)));

    [Fact]
    public void The_same_place_without_the_same_words_holds_nobody() =>
        Assert.Empty(Find(Asked, (Case(1, "路面塌陷,有车掉进去"), false), (Case(2, "路面塌陷,有车掉进去"), true)));

    [Fact]
    public void Of_each_kind_the_most_alike_is_named()
    {
        var found = Find(Asked, (Case(1, "自来水发黄,物业不知道原因,请查"), true), (Case(2, Yellow), true), (Case(3, Yellow), false));

        Assert.Equal([Duplicate, Repeated], found.Select(one => one.Kind).Order());
        Assert.All(found, one => Assert.Matches("^260301-00000[23]-7: ", one.Evidence));
    }

    private static IReadOnlyList<Finding> Find(Comparable asked, params (Comparable Case, bool SameCitizen)[] earlier) => EarlierFindings.Of(
        asked, earlier.Select(one => new EarlierCase(one.Case, one.SameCitizen)), DemoCity.City.Screening.Earlier, DemoCity.City.Clusters.Likeness);

    private static Comparable Case(
        int serial, string text, CaseStatus status = CaseStatus.Accepted, CloseOutcome? outcome = null,
        string? category = "utilities.water.quality", string? street = "滨江路", string? area = "jiangbei")
    {
        var item = new CaseItem
        {
            Number = $"260301-{serial:D6}-7", Sealed = false, Status = status, Outcome = outcome, Category = category, Area = area, Address = street,
        };
        return new Comparable(
            new CaseRow(Guid.CreateVersion7(), new DateTime(2026, 3, serial, 0, 0, 0, DateTimeKind.Utc), DateTime.MaxValue, default, false, null, null, [], item),
            new Matter(Terms.Of(text), category, area, street, null), text);
    }
}
