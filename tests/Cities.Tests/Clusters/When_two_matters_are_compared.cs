using Hotline.Cities.Clusters;

namespace Hotline.Cities.Tests.Clusters;

public sealed class When_two_matters_are_compared
{
    private static readonly LikenessPolicy Policy = City.Load(DemoFolder.Path).Clusters.Likeness;
    private static readonly Coordinates Place = new(29.27, 120.25);

    [Fact]
    public void The_same_matter_is_wholly_alike()
    {
        var one = Matter("水管 管爆 爆裂 main burst", "utilities.water.main-burst", "jiangbei", "滨江路", Place);
        var found = Likeness.Of(one, one, Policy);

        Assert.Equal(1, found.Score, 3);
        Assert.Equal([LikenessReason.SharedWords, LikenessReason.SameCategory, LikenessReason.SameArea, LikenessReason.SameStreet], found.Reasons);
    }

    [Fact]
    public void Nothing_in_common_is_nothing() => Assert.Equal(0, Likeness.Of(
        Matter("水管 爆裂", "utilities.water", "jiangbei", "滨江路", Place), Matter("噪音 扰民", "environment.noise", "chengdong", "解放路", new(29.9, 120.9)), Policy).Score);

    [Fact]
    public void What_one_side_does_not_know_speaks_neither_for_nor_against()
    {
        var told = Matter("水管 管爆 爆裂", "utilities.water.main-burst", "jiangbei", "滨江路", Place);
        var bare = Matter("水管 管爆 爆裂");

        Assert.Equal(1, Likeness.Of(told, bare, Policy).Score, 3);
        Assert.False(Likeness.Of(told, bare, Policy).Elsewhere);
    }

    [Fact]
    public void It_does_not_matter_which_is_compared_with_which()
    {
        var one = Matter("水管 管爆 爆裂 漏水", "utilities.water.main-burst", "jiangbei", "江北街道滨江路", Place);
        var other = Matter("水管 爆裂 停水 一天", "utilities.water.quality", "chengdong", "滨江路");

        Assert.Equal(Likeness.Of(one, other, Policy).Score, Likeness.Of(other, one, Policy).Score, 6);
        Assert.Contains(LikenessReason.SameBranch, Likeness.Of(one, other, Policy).Reasons);
        Assert.Contains(LikenessReason.SameStreet, Likeness.Of(one, other, Policy).Reasons);
        Assert.True(Likeness.Of(one, other, Policy).Elsewhere);
    }

    [Fact]
    public void Words_that_are_in_every_text_say_nothing() =>
        Assert.Empty(Likeness.Of(Matter("the is 12 水 water"), Matter("the is 12 水 pipe"), Policy).SharedTerms);

    [Theory]
    [InlineData("水管 爆裂 停水 两天", "水管 爆裂", 0.5)]
    [InlineData("水管 爆裂", "水管 爆裂 停水 两天", 0)]
    [InlineData("the is", "water", 0)]
    public void News_is_what_the_first_tells_and_the_other_does_not(string one, string other, double share) =>
        Assert.Equal(share, Likeness.Of(Matter(one), Matter(other), Policy).News, 3);

    [Theory]
    [InlineData(29.27, 120.25, 1)]
    [InlineData(29.27, 120.27, 0.35)]
    [InlineData(29.27, 120.40, 0)]
    public void Nearness_counts_as_far_as_it_reaches(double latitude, double longitude, double share)
    {
        var found = Likeness.Of(Matter("", place: Place), Matter("", place: new Coordinates(latitude, longitude)), Policy with { Weights = new(0, 0, 0, 1) });
        Assert.Equal(share, found.Score, 1);
    }

    private static Matter Matter(string terms, string? category = null, string? area = null, string? street = null, Coordinates? place = null) =>
        new(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), category, area, street, place);
}
