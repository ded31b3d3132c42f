using Hotline.Cities.Clusters;
using Hotline.Insight.Clustering;

namespace Hotline.Insight.Tests.Clustering;

public sealed class When_words_in_common_are_read
{
    [Theory]
    [InlineData("路面冒水。水管爆裂!", "水管爆裂以后路面冒水", "路面冒水 水管爆裂")]
    [InlineData("自来水发黄有异味,两天了", "自来水有异味,发黄", "自来水 发黄 有异味")]
    [InlineData("The water main BURST; waterproof", "a burst in the water", "the water burst")]
    [InlineData("路灯", "街灯", "")]
    public void They_are_those_of_the_text(string text, string other, string words) =>
        Assert.Equal(words, string.Join(' ', CommonWords.In(text, Terms.Of(text).Intersect(Terms.Of(other)).Where(term => term.Length > 1).ToList())));
}
