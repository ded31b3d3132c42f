using Hotline.Contracts.Cases;

namespace Hotline.Cities.Tests.Loading;

public class When_loading_the_demo_city
{
    private readonly City _city = DemoFolder.City;

    [Fact]
    public void Has_the_size_the_mission_names()
    {
        Assert.Equal(30, _city.Departments.All.Length);
        Assert.True(_city.Merchants.All.Length >= 500);
        Assert.InRange(_city.Areas.All.Sum(area => area.Population), 690_000, 710_000);
        Assert.True(_city.Categories.Leaves.Length >= 150);
    }

    [Fact]
    public void Routes_every_efficiency_matter_in_every_area()
    {
        foreach (var leaf in _city.Categories.Leaves.Where(leaf => leaf.Kind == CaseKind.Efficiency))
        {
            foreach (var area in _city.Areas.All)
                Assert.NotNull(_city.Routing.Route(leaf.Code, area.Code, leaf.Kind, Noon));
        }
    }

    private static DateTimeOffset Noon => new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
}
