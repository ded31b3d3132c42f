using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_desk_works_from_lists(City city)
{
    private const string Lists = "/api/v1/worklists";

    [Fact]
    public async Task The_stream_shows_a_case_arriving_and_leaving()
    {
        var (web, staff, officer) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"));
        await using var desk = await staff.Follows(Lists + "/stream");
        await using var unit = await officer.Follows(Lists + "/stream");
        await desk.Hears("counts", _ => true);
        await unit.Hears("counts", _ => true);

        var number = await web.Submits(Matter.NoWater("清单上的停水"));
        Assert.Contains("to-screen", Moved(await desk.Hears("case", moved => moved.Text("number") == number)));
        // Others arrive and leave meanwhile: how many there are is theirs as well.
        await desk.Hears("counts", counts => Cases(counts, "to-screen") > 0);

        await staff.Triages(number);
        await staff.Does("dispatch", number);
        Assert.Contains("to-sign", Moved(await unit.Hears("case", moved => moved.Text("number") == number)));
        await desk.Hears("case", moved => moved.Text("number") == number && Moved(moved).Contains("to-sign"));

        await officer.Does("return", number, new { reason = "notOurDuty", legalBasis = "三定方案", explanation = "属物业管理" });
        Assert.Empty(Moved(await unit.Hears("case", moved => moved.Text("number") == number && Moved(moved).Count == 0)));
        await desk.Hears("case", moved => moved.Text("number") == number && Moved(moved).Contains("to-dispatch"));
    }

    [Fact]
    public async Task Everybody_sees_the_own_lists_with_their_counts_and_filters_saved_under_a_name()
    {
        var (web, staff) = (await city.As("web"), await city.As("operator"));
        var number = await web.Submits(Matter.NoWater("要筛选的停水"));
        await Eventually.Holds("the case lies on the list", async () => (await Numbers(staff, "to-screen?channel=web&category=utilities&limit=200")).Contains(number));
        var lists = (await staff.Gets(Lists)).GetProperty("lists").EnumerateArray().ToList();
        Assert.Equal(["to-screen", "to-triage", "to-dispatch", "to-visit", "mine"], lists.TakeWhile(list => list.GetProperty("own").GetBoolean()).Select(list => list.Text("name")));
        Assert.True(lists[0].GetProperty("cases").GetInt64() > 0);
        Assert.All(lists, list => Assert.True(list.GetProperty("cases").GetInt64() >= list.GetProperty("overdue").GetInt64() + list.GetProperty("dueSoon").GetInt64()));

        const string Saved = Lists + "/filters/jiangbei-water";
        await staff.Send(HttpMethod.Put, Saved, new { list = "to-screen", filter = new { category = "nonsense" } }, HttpStatusCode.BadRequest);
        await staff.Send(HttpMethod.Put, Saved, new { list = "to-screen", filter = new { category = "utilities.water", area = "jiangbei" } }, HttpStatusCode.Created);
        Assert.Contains(number, await Numbers(staff, "to-screen?filter=jiangbei-water&limit=200"));
        Assert.DoesNotContain(number, await Numbers(staff, "to-screen?filter=jiangbei-water&area=chengdong&limit=200"));
        await (await city.As("supervisor")).Gets(Saved, HttpStatusCode.NotFound);
        await staff.Send(HttpMethod.Delete, Saved, null, HttpStatusCode.NoContent);
        Assert.Equal("filter-unknown", (await staff.Gets($"{Lists}/to-screen?filter=jiangbei-water", HttpStatusCode.NotFound)).Problem());
    }

    [Fact]
    public async Task A_figure_opens_down_to_its_cases()
    {
        var (web, staff, officer) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"));
        var number = await web.Submits(Matter.NoWater("要统计的停水"));
        await staff.Triages(number);
        await staff.Does("dispatch", number);
        await officer.Does("sign", number);
        await officer.Does("contact", number);
        await officer.Does("reply", number, new { answer = "自来水发黄,管网已冲洗,水质合格。", record = "更换阀门一处" });
        await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" });

        foreach (var figure in new[] { "completion", "satisfaction", "response", "solution" })
            await Eventually.Holds($"{figure} by category opens down to the case", () => Opens(officer, "?by=category&category=utilities.water", "utilities.water.quality", figure, number));
        await Eventually.Holds("so it does by unit", () => Opens(staff, "?by=unit&kind=efficiency", "dept.water", "completion", number));
        await officer.Gets("/api/v1/figures?unit=dept.roads", HttpStatusCode.Forbidden);
    }

    // The count is the figure's own, and the case is among the newest.
    private static async Task<bool> Opens(Person reader, string question, string key, string figure, string number)
    {
        var groups = (await reader.Gets("/api/v1/figures" + question)).GetProperty("groups").EnumerateArray();
        if (groups.Cast<JsonElement?>().SingleOrDefault(group => group!.Value.Maybe("key")?.GetString() == key) is not { } found)
            return false;
        var ratio = found.GetProperty(figure);
        var opened = await reader.Gets(ratio.Text("opens") + "&part=numerator&limit=200");
        return opened.GetProperty("count").GetInt64() == ratio.GetProperty("numerator").GetInt64()
            && opened.GetProperty("items").EnumerateArray().Any(item => item.Text("number") == number);
    }

    private static async Task<List<string>> Numbers(Person reader, string list) =>
        [.. (await reader.Gets($"{Lists}/{list}")).GetProperty("items").EnumerateArray().Select(item => item.Text("number"))];

    private static List<string> Moved(JsonElement moved) => [.. moved.GetProperty("lists").EnumerateArray().Select(list => list.GetString()!)];

    private static long Cases(JsonElement counts, string list) =>
        counts.GetProperty("lists").EnumerateArray().Single(count => count.Text("name") == list).GetProperty("cases").GetInt64();
}
