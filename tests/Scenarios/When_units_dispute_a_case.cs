using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_units_dispute_a_case(City city)
{
    private const string Category = "roads.facility.flooding";
    private const string Area = "shitang";

    [Fact]
    public async Task A_ruling_sends_it_on_becomes_a_rule_that_the_next_case_cites_and_is_rolled_back()
    {
        var (staff, boss) = (await city.As("operator"), await city.As("supervisor"));
        var number = await Disputed();

        // Both units and the supervision body find it on the docket; a stranger does not see it at all.
        foreach (var who in new[] { "supervisor", "officer.housing", "officer.water-conservancy", "officer.inspection" })
            await OnTheDocket(who, number);
        await (await city.As("officer.culture")).Sees(number, HttpStatusCode.Forbidden);
        await Eventually.Holds("the clock of the ruling runs for the supervision body", async () =>
            (await (await city.As("officer.inspection")).Finds($"/api/v1/cases/{number}/clock"))?.GetProperty("clocks").EnumerateArray()
                .Any(clock => clock.Text("clock") == "rule" && clock.Text("state") == "running" && clock.Text("unit") == "dept.inspection") == true);

        await (await city.As("officer.housing")).Does("state", number, new { text = "该处为河道排口", legalBasis = "河道管理条例第2条" });
        await (await city.As("officer.water-conservancy")).Does("state", number, new { text = "该处为市政管网", legalBasis = "城镇排水条例第6条" });
        var argued = await (await city.As("officer.housing")).Does("state", number, new { text = "排口以下为河道", legalBasis = "河道管理条例第2条" });
        Assert.Equal(
            ["该处为市政管网", "排口以下为河道"],
            argued.GetProperty("jurisdiction").GetProperty("statements").EnumerateArray().Select(one => one.Text("text")));

        await (await city.As("officer.housing")).Does("rule", number, Ruling(), HttpStatusCode.Forbidden);
        var ruled = await (await city.As("officer.inspection")).Does("rule", number, Ruling());
        Assert.Equal(("dispatched", "dept.water-conservancy"), (ruled.Status(), ruled.Text("lead")));
        Assert.Equal("bound-by-ruling", (await (await city.As("officer.water-conservancy")).Does("return", number, Return(), HttpStatusCode.Conflict)).Problem());

        var rule = $"J-{Category}~{Area}@1";
        await Eventually.Holds("the ruling is a rule", async () => (await staff.Finds($"/api/v1/routing/rules/{rule}"))?.GetProperty("rule").Text("state") == "inForce");
        var next = await Dispatched();
        Assert.Equal("dept.water-conservancy", next.Text("lead"));
        var cited = (await staff.Gets($"/api/v1/cases/{next.Text("number")}/timeline")).GetProperty("entries").EnumerateArray()
            .Last(entry => entry.Text("event") == "CaseDispatched").GetProperty("facts");
        Assert.Equal((rule, number), (cited.Text("rule"), cited.GetProperty("ruling").Text("number")));

        var test = await staff.Post("/api/v1/routing/test", new { text = "门口下水道堵了,雨水倒灌", category = Category, area = Area }, HttpStatusCode.OK);
        Assert.Equal((rule, number), (test.GetProperty("route").Text("rule"), test.GetProperty("route").GetProperty("ruling").Text("number")));
        Assert.Contains(test.GetProperty("considered").EnumerateArray(), considered => considered.Text("verdict") == "comesAfter");

        await staff.Post($"/api/v1/routing/rules/{rule}/roll-back", new { reason = "认定有误" }, HttpStatusCode.Forbidden);
        var ended = await boss.Post($"/api/v1/routing/rules/{rule}/roll-back", new { reason = "认定有误" }, HttpStatusCode.OK);
        Assert.Equal("rolledBack", ended.Text("state"));
        await Eventually.Holds("the city's rule is followed again", async () => (await Route(staff)).Text("lead") == "dept.housing");
        Assert.Equal("dept.housing", (await Dispatched()).Text("lead"));
    }

    [Fact]
    public async Task A_return_that_is_rejected_goes_back_to_the_unit()
    {
        var (staff, housing) = (await city.As("operator"), await city.As("officer.housing"));
        var number = (await Dispatched("chengxi")).Text("number");
        await housing.Does("return", number, Return());

        var back = await staff.Does("review-return", number, new { upheld = false, reason = "属市政排水设施" });
        Assert.Equal(("dispatched", "dept.housing"), (back.Status(), back.Text("lead")));
        Assert.Equal("return-rejected-before", (await housing.Does("return", number, Return(), HttpStatusCode.Conflict)).Problem());
    }

    private async Task<string> Disputed()
    {
        var (staff, housing) = (await city.As("operator"), await city.As("officer.housing"));
        var number = (await Dispatched()).Text("number");
        Assert.Equal("returned", (await housing.Does("return", number, Return("dept.water-conservancy"))).Status());
        await staff.Does("review-return", number, new { upheld = true });
        await staff.Does("dispatch", number, new { unit = "dept.water-conservancy", reason = "河道排口" });
        var disputed = await (await city.As("officer.water-conservancy")).Does("return", number, Return());
        Assert.Equal("disputed", disputed.Status());
        Assert.Equal(["dept.housing", "dept.water-conservancy"], disputed.GetProperty("dispute").GetProperty("units").EnumerateArray().Select(unit => unit.GetString()));
        return number;
    }

    private async Task<JsonElement> Dispatched(string area = Area)
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(new
        {
            kind = "efficiency", type = "complaint", category = Category, title = "雨水倒灌", text = "一下雨门口就积水,雨水倒灌进店里。",
            citizen = new { name = "张伟", phone = "13857912345" }, place = new { address = "河滨路3号", area },
        });
        await staff.Triages(number, new { urgency = "general" });
        return await staff.Does("dispatch", number);
    }

    private async Task OnTheDocket(string who, string number)
    {
        var person = await city.As(who);
        await Eventually.Holds($"{who} finds it on the docket", async () =>
            (await person.Gets("/api/v1/worklists/docket")).GetProperty("items").EnumerateArray().Any(item => item.Text("number") == number));
    }

    private static Task<JsonElement> Route(Person reader) => reader.Gets($"/api/v1/routing?category={Category}&area={Area}");

    private static object Return(string? proper = null) => new { reason = "notOurDuty", legalBasis = "三定方案第4条", explanation = "不属本单位", proper };

    private static object Ruling() => new
    {
        unit = "dept.water-conservancy", reasons = "排口以下河段由水利管理", legalBasis = "河道管理条例第2条", rule = new { area = Area },
    };
}
