using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_matters_come_again(City city)
{
    [Theory]
    [InlineData("桃源路", "路灯不亮", "桃源路整条街的路灯都不亮,晚上出行很不安全。", "路灯坏了", "桃源路的路灯整条街都不亮,晚上出行看不见路。", "路灯")]
    [InlineData("Orchard Lane", "Street lamps are dark", "All the street lamps on Orchard Lane are dark, walking home is dangerous.",
        "Dark street lamps", "The street lamps on Orchard Lane are dark since Monday, walking there is dangerous.", "lamps")]
    public async Task What_somebody_else_has_brought_is_held_as_a_duplicate_and_can_be_merged(string street, string title, string text, string otherTitle, string otherText, string word)
    {
        var (web, staff) = (await city.As("web"), await city.As("operator"));
        var first = await web.Submits(Brought(title, text, street, "13600000001"));
        await Listed(staff, first);
        var second = await web.Submits(Brought(otherTitle, otherText, street, "13600000002"));

        var finding = Assert.Single(await Held(staff, second));
        Assert.Equal("duplicate", finding.Text("kind"));
        Assert.StartsWith(first + ": ", finding.Text("evidence"), StringComparison.Ordinal);
        Assert.Contains(word, finding.Text("evidence"), StringComparison.Ordinal);
        // The citizen is not told what others brought.
        Assert.DoesNotContain(first, (await web.Sees(second)).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(first, (await web.Gets($"/api/v1/cases/{second}/timeline")).GetRawText(), StringComparison.Ordinal);

        Assert.Equal("case-held", (await staff.Does("triage", second, new { }, HttpStatusCode.Conflict)).Problem());
        Assert.Equal("merged", (await staff.Does("merge", second, new { into = first })).Status());
        var decided = (await staff.Gets($"/api/v1/cases/{second}/timeline")).GetProperty("entries").EnumerateArray().Single(entry => entry.Text("event") == "FindingsDecided");
        Assert.Equal(["duplicate"], decided.GetProperty("facts").GetProperty("upheld").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task What_the_same_citizen_brings_again_is_held_unless_it_was_accepted_before()
    {
        var (web, staff) = (await city.As("web"), await city.As("operator"));
        object Matter() => Brought("垃圾桶满溢", "杏花路垃圾桶满溢没人清运,苍蝇很多,气味难闻。", "杏花路", "13600000003", "city.sanitation.garbage");
        var first = await web.Submits(Matter());
        await staff.Accepts(first);
        await Listed(staff, first);
        var quick = await web.Submits(Matter());
        Assert.Equal("accepted", (await staff.Accepts(quick)).Status());
        var again = await web.Submits(Matter());

        var finding = Assert.Single(await Held(staff, again));
        Assert.Equal("repeated", finding.Text("kind"));
        Assert.Contains(finding.Text("evidence").Split(": ")[0], new[] { first, quick });
        Assert.Equal("accepted", (await staff.Sees(first)).Status());
        Assert.Equal("accepted", (await staff.Sees(quick)).Status());
        Assert.Equal("accepted", (await staff.Does("accept", again, new { note = "确属重复来电,并案答复", upheld = new[] { "repeated" } })).Status());
    }

    [Fact]
    public async Task What_was_settled_is_held_when_nothing_new_is_told()
    {
        var (web, staff, officer) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"));
        object Matter(string text) => Brought("自来水有异味", text, "梅香路", "13600000004", "utilities.water.quality");
        const string Told = "梅香路自来水有漂白粉异味,烧开以后还有,要求检测。";
        var settled = await web.Submits(Matter(Told));
        await staff.Triages(settled, new { urgency = "general" });
        await staff.Does("dispatch", settled);
        await officer.Does("sign", settled);
        await officer.Does("reply", settled, new { answer = "自来水异味系管网冲洗所致,已经检测,水质合格。" });
        await staff.Does("visit", settled, new { reached = true, solved = true, satisfied = "satisfied" });
        await Eventually.Holds("the lists know that it is closed", async () =>
            (await staff.Gets($"/api/v1/search?q={settled}")).GetProperty("items").EnumerateArray().Any(one => one.Maybe("status")?.GetString() == "closed"));

        var news = await web.Submits(Matter("梅香路自来水又有漂白粉异味,烧开以后还有,要求检测。"));
        await Listed(staff, news);
        var again = await web.Submits(Matter(Told));

        var findings = await Held(staff, again);
        Assert.Equal(["repeated", "settled"], findings.Select(one => one.Text("kind")).Order());
        Assert.StartsWith($"{settled}: ", findings.Single(one => one.Text("kind") == "settled").Text("evidence"), StringComparison.Ordinal);
        // It was compared before this one, and told of something new.
        Assert.Equal("received", (await staff.Sees(news)).Status());
    }

    [Fact]
    public async Task Decided_cases_suggest_the_category_of_a_text_and_say_why()
    {
        var (web, staff) = (await city.As("web"), await city.As("operator"));
        var number = await web.Submits(Brought("井盖松动异响", "石榴路井盖松动,车辆碾压哐当异响,半夜吵醒。", "石榴路", "13600000005", "utilities.water.quality"));
        await staff.Triages(number, new { category = "roads.surface.pothole" });
        var asked = new { text = "门口井盖松动,车辆碾压就异响" };

        var best = await Eventually.Is("the decided case has a vote", async () =>
            (await staff.Post("/api/v1/suggestions/category", asked, HttpStatusCode.OK)).GetProperty("categories").EnumerateArray().Cast<JsonElement?>()
                .FirstOrDefault(one => one!.Value.GetRawText().Contains(number, StringComparison.Ordinal))?.GetRawText());
        Assert.Contains("roads.surface.pothole", best, StringComparison.Ordinal);
        Assert.Contains("井盖松动", best, StringComparison.Ordinal);

        using var http = await city.Hotline.ClientAsync("operator");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = (await new Person(http).Post("/api/v1/suggestions/category", asked, HttpStatusCode.OK)).GetRawText();
        Assert.Contains($"decided case, e.g. {number}: ", english, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await web.Post("/api/v1/suggestions/category", asked, HttpStatusCode.OK)).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("text", (await web.Post("/api/v1/suggestions/category", new { }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
    }

    private static Task Listed(Person staff, string number) => Eventually.Holds("the lists know of it", async () =>
        (await staff.Gets($"/api/v1/search?q={number}")).GetRawText().Contains(number, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<JsonElement>> Held(Person staff, string number)
    {
        await Eventually.Holds("it is held", async () => (await staff.Sees(number)).Status() == "held");
        return [.. (await staff.Sees(number)).GetProperty("findings").EnumerateArray()];
    }

    private static object Brought(string title, string text, string street, string phone, string category = "roads.facility.streetlight") => new
    {
        kind = "efficiency",
        type = "complaint",
        category,
        title,
        text,
        citizen = new { name = "吴敏", phone },
        place = new { address = street + "8号", area = "jiangbei" },
    };
}
