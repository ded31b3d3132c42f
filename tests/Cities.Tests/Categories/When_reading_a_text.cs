namespace Hotline.Cities.Tests.Categories;

public class When_reading_a_text
{
    [Theory]
    [InlineData("家里水管爆裂，水喷到客厅了，快派人来", "home.water.burst-pipe")]
    [InlineData("钥匙丢了进不了门", "home.lock.locked-out")]
    [InlineData("工地老板拖欠工资三个月", "labor.pay.arrears")]
    [InlineData("楼下工地夜间施工，十二点还在打桩", "environment.noise.construction")]
    [InlineData("我不想活了", "mind.crisis.suicide-risk")]
    [InlineData("A pipe burst in our kitchen and the room is flooding", "home.water.burst-pipe")]
    [InlineData("The streetlight at our corner has been dark for a week", "roads.facility.streetlight")]
    public void Guesses_what_it_is_about(string text, string category) =>
        Assert.Equal(category, DemoFolder.City.Categories.Match(text)[0].Category.Code);

    [Fact]
    public void Shows_the_words_that_made_it_think_so() =>
        Assert.Equal(["拖欠工资"], DemoFolder.City.Categories.Match("老板拖欠工资").First(match => match.Category.Code == "labor.pay.arrears").Keywords);

    [Fact]
    public void Says_nothing_rather_than_anything() => Assert.Empty(DemoFolder.City.Categories.Match("abcxyz 甲乙丙丁"));

    [Fact]
    public void Takes_english_words_whole() =>
        Assert.DoesNotContain(DemoFolder.City.Categories.Match("I was born in a business family"), match => match.Keywords.Contains("bus"));
}
