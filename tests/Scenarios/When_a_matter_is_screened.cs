using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_matter_is_screened(City city)
{
    [Fact]
    public async Task The_operator_learns_while_typing_what_it_seems_to_be_and_what_is_missing()
    {
        var advice = await (await city.As("operator")).Post("/api/v1/cases/advice", new { title = "自来水发黄", text = "自来水发黄有异味" }, HttpStatusCode.OK);

        var best = advice.GetProperty("categories")[0];
        Assert.StartsWith("utilities.water", best.Text("code"), StringComparison.Ordinal);
        Assert.NotEmpty(best.GetProperty("because").EnumerateArray());
        Assert.Equal(["who", "when", "where", "cause", "course"], advice.GetProperty("missing").EnumerateArray().Select(one => one.GetString()));
        Assert.Contains("text", (await (await city.As("operator")).Post("/api/v1/cases/advice", new { }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_is_told_at_once_and_the_case_is_kept_all_the_same()
    {
        var (citizen, staff) = (await city.As("web"), await city.As("operator"));
        var submitted = await citizen.Post("/api/v1/cases", Spoken("楼上着火", "滨江路8号楼上起火冒烟,有老人在家"), HttpStatusCode.Created, Guid.NewGuid().ToString());
        Assert.Equal("119", submitted.GetProperty("calls")[0].Text("number"));
        Assert.Equal("held", submitted.Status());
        Assert.Null(submitted.Maybe("findings"));

        var number = submitted.Text("number");
        Assert.Equal("emergency", (await staff.Sees(number)).GetProperty("findings")[0].Text("kind"));
        Assert.Contains("note", (await staff.Does("accept", number, new { }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
        await staff.Does("triage", number, new { category = "utilities.water.quality" }, HttpStatusCode.Conflict);
        Assert.Equal("accepted", (await staff.Does("accept", number, new { note = "119已到场,后续安置由街道跟进", upheld = new[] { "emergency" } })).Status());
    }

    [Fact]
    public async Task What_is_declined_says_why_and_where_to_go_and_can_be_appealed()
    {
        var (citizen, staff) = (await city.As("web"), await city.As("operator"));
        var number = await citizen.Submits(Spoken("对判决不服", "法院判决以后对方不履行,请政府强制执行"));

        await staff.Does("decline", number, new { reason = "outOfPower", explanation = "判决执行由人民法院负责" });
        var told = Entry(await citizen.Gets($"/api/v1/cases/{number}/timeline"), "CaseDeclined");
        Assert.Contains("12368", told.GetProperty("facts").Text("whereToGo"), StringComparison.Ordinal);
        Assert.Equal(["outOfPower"], Entry(await staff.Gets($"/api/v1/cases/{number}/timeline"), "FindingsDecided").GetProperty("facts").GetProperty("upheld").EnumerateArray().Select(one => one.GetString()));
        Assert.Empty(Entry(await citizen.Gets($"/api/v1/cases/{number}/timeline"), "CaseHeld").GetProperty("facts").EnumerateObject());

        // The appeal waits at the desk; a person decides, and there is no second one.
        var appeal = new { reason = "请求的是低保救助,不是执行判决" };
        Assert.Equal("held", (await citizen.Does("reopen", number, appeal)).Status());
        Assert.Contains("note", (await staff.Does("accept", number, new { }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
        await staff.Does("decline", number, new { reason = "outOfPower", explanation = "仍属执行事项" });
        Assert.Equal("appeal-decided", (await citizen.Does("reopen", number, appeal, HttpStatusCode.Conflict)).Problem());
        Assert.Equal("accepted", (await staff.Does("reopen", number, new { reason = "经复核属民政救助" })).Status());
    }

    private static JsonElement Entry(JsonElement timeline, string name) => timeline.GetProperty("entries").EnumerateArray().Single(entry => entry.Text("event") == name);

    private static object Spoken(string title, string text) => new { kind = "efficiency", type = "complaint", title, text, citizen = new { name = "周明", phone = "13957700001" } };
}
