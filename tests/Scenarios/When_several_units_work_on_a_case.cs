using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_several_units_work_on_a_case(City city)
{
    [Fact]
    public async Task Each_that_assists_has_its_own_deadline_and_reports_its_part_to_the_one_that_leads()
    {
        var (staff, lead, health) = (await city.As("operator"), await city.As("officer.water"), await city.As("officer.health"));
        var number = await Dispatched(staff);
        Assert.Equal("dept.health", Assert.Single((await staff.Sees(number)).GetProperty("assists").EnumerateArray()).Text("unit"));
        var first = await Eventually.Is("the assisting unit has a clock", async () => (await Assists(staff, number)).SingleOrDefault() is { ValueKind: JsonValueKind.Object } clock ? clock.GetRawText() : null);
        Assert.Contains("协办", first, StringComparison.Ordinal);
        await lead.Does("sign", number);

        var wrong = await staff.Does("attach", number, new { unit = "dept.nowhere" }, HttpStatusCode.BadRequest);
        Assert.Contains("unit", wrong.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("task", wrong.GetRawText(), StringComparison.Ordinal);
        await lead.Does("attach", number, new { unit = "dept.housing", task = "查二次供水水箱" }, HttpStatusCode.Forbidden);
        var attached = await staff.Does("attach", number, new { unit = "dept.housing", task = "查二次供水水箱" });
        Assert.Equal(["dept.health", "dept.housing"], attached.GetProperty("assisting").EnumerateArray().Select(unit => unit.GetString()!));
        Assert.Equal("assist-open", (await staff.Does("attach", number, new { unit = "dept.housing", task = "再查一次" }, HttpStatusCode.Conflict)).Problem());

        await Eventually.Is("both clocks run", async () => (await Assists(staff, number)).Count == 2 ? "yes" : null);
        await Eventually.Is("the unit owes help", async () => await Listed(health, "to-assist", number) ? "yes" : null);
        Assert.False(await Listed(lead, "to-assist", number));
        await health.Does("reply", number, new { answer = "水质合格" }, HttpStatusCode.Forbidden);
        await lead.Does("finish-assist", number, new { record = "水质合格" }, HttpStatusCode.Forbidden);
        var done = await health.Does("finish-assist", number, new { record = "水样检测合格" });
        Assert.Equal(["dept.health"], done.GetProperty("assists").EnumerateArray().Where(one => one.Maybe("doneAt") is not null).Select(one => one.Text("unit")));
        await Eventually.Is("one clock is met", async () =>
            (await Assists(staff, number)).ToLookup(clock => clock.Text("state"), clock => clock.Text("unit")) is var states
            && states["met"].SequenceEqual(["dept.health"]) && states["running"].SequenceEqual(["dept.housing"]) ? "yes" : null);
        await Eventually.Is("nothing is owed", async () => await Listed(health, "to-assist", number) ? null : "yes");

        // What they write down among themselves is for them, and masked; the citizen's channel never gets it.
        await lead.Does("note", number, new { note = "已约张伟 13857912345 周五上门" });
        foreach (var reader in new[] { health, lead, await city.As("officer.housing") })
        {
            var records = (await reader.Gets($"/api/v1/cases/{number}/records")).GetProperty("records").EnumerateArray().ToList();
            Assert.Equal(
                ["UnitAttached dept.housing 查二次供水水箱", "AssistFinished dept.health 水样检测合格", "ProgressNoted dept.water 已约张* 138****2345 周五上门"],
                records.Select(one => $"{one.Text("event")} {one.Text("unit")} {one.Text("record")}"));
        }
        await (await city.As("web")).Gets($"/api/v1/cases/{number}/records", HttpStatusCode.Forbidden);
        await (await city.As("officer.education")).Gets($"/api/v1/cases/{number}/records", HttpStatusCode.Forbidden);
        var clear = await lead.Post($"/api/v1/cases/{number}/unmask", new { purpose = "contactCitizen" }, HttpStatusCode.OK);
        Assert.Contains("13857912345", clear.GetProperty("records")[2].Text("record"), StringComparison.Ordinal);

        // The lead answers; nobody owes help with an answer that is given.
        Assert.Equal("awaitingVisit", (await lead.Does("reply", number, new { answer = "自来水发黄系水箱未清洗,已清洗消毒,水质检测合格。" })).Status());
        await Eventually.Is("the other clock has ended", async () => (await Assists(staff, number)).Any(clock => clock.Text("state") == "ended") ? "yes" : null);
        var housing = await city.As("officer.housing");
        await Eventually.Is("nobody owes help any more", async () => await Listed(housing, "to-assist", number) ? null : "yes");
        Assert.DoesNotContain("查二次供水", (await staff.Gets($"/api/v1/cases/{number}/timeline")).GetRawText(), StringComparison.Ordinal);
    }

    private async Task<string> Dispatched(Person staff)
    {
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number, new { urgency = "general" });
        await staff.Does("dispatch", number);
        return number;
    }

    private static async Task<List<JsonElement>> Assists(Person reader, string number)
    {
        var explained = await reader.Finds($"/api/v1/cases/{number}/clock");
        return [.. explained?.GetProperty("clocks").EnumerateArray().Where(clock => clock.Text("clock") == "assist") ?? []];
    }

    private static async Task<bool> Listed(Person reader, string list, string number) =>
        (await reader.Gets($"/api/v1/worklists/{list}?limit=200")).GetProperty("items").EnumerateArray().Any(item => item.Text("number") == number);
}
