using Hotline.Cities.Routing;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Tests.Routing;

public class When_routing_a_matter
{
    private static readonly DateTimeOffset Noon = CityTime.Of("2026-11-23 12:00");

    [Fact]
    public void Prefers_the_deeper_category() =>
        Assert.Equal("leaf", Winner(Rule("branch", "a.b"), Rule("leaf", "a.b.c"), Rule("root", "a"), Rule("all", "*")));

    [Fact]
    public void Prefers_an_area_over_anywhere() =>
        Assert.Equal("here", Winner(Rule("anywhere", "a.b"), Rule("here", "a.b") with { Area = "west" }));

    [Fact]
    public void Prefers_the_deeper_category_over_an_area() =>
        Assert.Equal("leaf", Winner(Rule("here", "a.b") with { Area = "west" }, Rule("leaf", "a.b.c")));

    [Fact]
    public void Prefers_a_kind_over_any_kind() =>
        Assert.Equal("kind", Winner(Rule("any", "a.b"), Rule("kind", "a.b") with { Kind = CaseKind.Efficiency }));

    [Fact]
    public void Leaves_out_other_areas_kinds_and_categories_that_only_begin_alike() =>
        Assert.Null(Winner(
            Rule("east", "a.b") with { Area = "east" },
            Rule("life", "a.b") with { Kind = CaseKind.LifeService },
            Rule("alike", "a.bb"),
            Rule("deeper", "a.b.c.d")));

    [Theory]
    [InlineData("2026-06-29 23:59", "old")]
    [InlineData("2026-06-30 00:00", "new")]
    public void Goes_by_the_local_day(string at, string winner)
    {
        var table = Table(
            Rule("old", "a") with { EffectiveTo = new DateOnly(2026, 6, 29) },
            Rule("new", "a") with { EffectiveFrom = new DateOnly(2026, 6, 30) });
        Assert.Equal(winner, table.Route("a.b.c", null, CaseKind.Efficiency, CityTime.Of(at))!.Rule.Id);
    }

    [Fact]
    public void Lets_a_later_ruling_win_over_the_rule_it_replaces()
    {
        var table = Table(Rule("R-1", "a.b")).With([Rule("ruling", "a.b") with { EffectiveFrom = new DateOnly(2026, 11, 1) }]);
        Assert.Equal("ruling", table.Route("a.b.c", "west", CaseKind.Efficiency, Noon)!.Rule.Id);
    }

    [Fact]
    public void Lets_a_ruling_win_over_an_equally_specific_rule_and_the_last_ruling_over_earlier_ones()
    {
        var city = Table(Rule("R-1", "a.b") with { EffectiveFrom = new DateOnly(2026, 11, 20) });
        var first = Rule("J-a.b", "a.b") with { EffectiveFrom = new DateOnly(2026, 11, 10), Ruling = new("n1", Noon.AddDays(-13), "…") };
        var second = first with { Version = 2, EffectiveFrom = new DateOnly(2026, 11, 1), Ruling = new("n2", Noon.AddDays(-1), "…") };

        Assert.Equal("J-a.b@1", Follows(city.With([first])));
        Assert.Equal("J-a.b@2", Follows(city.With([first, second])));
        Assert.Equal("leaf@1", Follows(Table(Rule("leaf", "a.b.c")).With([first, second])));

        static string Follows(RoutingTable table) => table.Route("a.b.c", "west", CaseKind.Efficiency, Noon)!.Rule.Citation;
    }

    [Fact]
    public void Says_why_and_what_was_passed_over()
    {
        var route = Table(Rule("leaf", "a.b.c"), Rule("root", "a")).Route("a.b.c", "west", CaseKind.Efficiency, Noon)!;
        Assert.Equal("root", Assert.Single(route.PassedOver).Id);
        Assert.Contains("leaf", route.Explanation.En, StringComparison.Ordinal);
        Assert.Contains("because", route.Explanation.En, StringComparison.Ordinal);
        Assert.Contains("因为", route.Explanation.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Follows_the_law_of_the_day_in_the_demo_city()
    {
        var routing = DemoFolder.City.Routing;
        UnitRef Lead(string at) => routing.Route("environment.noise.social", "chengdong", CaseKind.Efficiency, CityTime.Of(at))!.Lead;
        Assert.Equal(UnitRef.Department("urban"), Lead("2022-06-04 12:00"));
        Assert.Equal(UnitRef.Department("police"), Lead("2022-06-05 12:00"));
    }

    [Fact]
    public void Hands_street_vendors_of_the_zone_to_the_zone()
    {
        var routing = DemoFolder.City.Routing;
        Assert.Equal("zone", routing.Route("city.order.street-vendor", "baiyun", CaseKind.Efficiency, Noon)!.Lead.Code);
        Assert.Equal("urban", routing.Route("city.order.street-vendor", "chengdong", CaseKind.Efficiency, Noon)!.Lead.Code);
        Assert.Equal("urban", routing.Route("city.order.street-vendor", area: null, CaseKind.Efficiency, Noon)!.Lead.Code);
    }

    private static string? Winner(params RoutingRule[] rules) => Table(rules).Route("a.b.c", "west", CaseKind.Efficiency, Noon)?.Rule.Id;

    private static RoutingTable Table(params RoutingRule[] rules) => new(rules, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static RoutingRule Rule(string id, string category) => new(
        id, 1, category, Area: null, Kind: null, UnitRef.Department("one"), [], new DateOnly(2014, 11, 27), EffectiveTo: null, new("因为", "because"));
}
