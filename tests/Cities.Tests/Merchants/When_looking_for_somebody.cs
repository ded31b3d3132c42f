using Hotline.Contracts.Cases;

namespace Hotline.Cities.Tests.Merchants;

public class When_looking_for_somebody
{
    private readonly City _city = DemoFolder.City;

    [Fact]
    public void Finds_three_merchants_for_every_service_in_every_area()
    {
        foreach (var service in _city.Categories.Leaves.Where(leaf => leaf.Kind == CaseKind.LifeService))
            Assert.All(_city.Areas.All, area => Assert.True(_city.Merchants.Offering(service.Code, area.Code).Count() >= 3));
    }

    [Fact]
    public void Finds_somebody_for_a_burst_pipe_at_three_in_the_morning()
    {
        var night = CityTime.Of("2026-11-22 03:00");
        Assert.All(_city.Areas.All, area => Assert.Contains(
            _city.Merchants.Offering("home.water.burst-pipe", area.Code), merchant => merchant.Duty.Cover(night, _city.Profile.Zone)));
    }

    [Fact]
    public void Has_a_crisis_expert_at_every_hour()
    {
        var midnight = CityTime.Of("2026-11-23 00:00");
        Assert.All(Enumerable.Range(0, 7 * 24), hour => Assert.Contains(
            _city.Experts.Answering("mind.crisis.suicide-risk"), expert => expert.Duty.Cover(midnight.AddHours(hour), _city.Profile.Zone)));
    }

    [Theory]
    [InlineData("mind.youth.study-stress", true)]
    [InlineData("doctor.advice.medication", true)]
    [InlineData("law.civil.tenancy", false)]
    [InlineData("medical.hospital.service", false)]
    [InlineData(null, false)]
    public void Seals_psychology_and_doctors(string? category, bool isSealed) => Assert.Equal(isSealed, _city.Experts.IsSealed(category));

    [Fact]
    public void Serves_an_unknown_area_by_those_who_serve_the_whole_city() =>
        Assert.All(_city.Merchants.Offering("home.lock.locked-out", area: null), merchant => Assert.Empty(merchant.Areas));

    [Fact]
    public void Cites_no_article_before_or_after_its_time()
    {
        Assert.NotEmpty(_city.Articles.On("policy.education.enrollment", new DateOnly(2026, 6, 1)));
        Assert.Empty(_city.Articles.On("policy.education.enrollment", new DateOnly(2027, 4, 1)));
        Assert.Empty(_city.Articles.On("policy.education.enrollment", new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public void Knows_the_way_between_two_places()
    {
        var (east, west) = (_city.Areas.Find("chengdong")!.Center, _city.Areas.Find("chengxi")!.Center);
        Assert.InRange(east.KilometersTo(west), 2.2, 2.5);
        Assert.Equal(0, east.KilometersTo(east));
        Assert.Equal("chengxi", _city.Areas.Nearest(west)!.Code);
    }
}
