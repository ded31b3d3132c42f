using System.Net;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_matter_is_mixed_or_misjudged(City city)
{
    [Fact]
    public async Task Each_part_becomes_a_case_of_its_own()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(Matter.NoWater("水发黄,楼下还有人乱倒垃圾"));
        await staff.Accepts(number);

        var wrong = await staff.Does("split", number, new { parts = new[] { new { title = "垃圾", text = "乱倒垃圾", category = "nothing" } } }, HttpStatusCode.BadRequest);
        Assert.Contains("parts[0].category", wrong.GetRawText(), StringComparison.Ordinal);
        var split = await staff.Does("split", number, new { parts = new[] { new { title = "小区乱倒垃圾", text = "滨江路12号楼下有人乱倒建筑垃圾", category = "city.sanitation.garbage" } } });

        var part = await staff.Sees(split.GetProperty("splitInto")[0].GetString()!);
        Assert.Equal((number, "city.sanitation.garbage", "received"), (part.Text("splitFrom"), part.Text("category"), part.Status()));
        Assert.Equal("accepted", split.Status());

        // The part is the same citizen's by the same channel; and what cannot be split leaves no part behind.
        Assert.Equal("received", (await (await city.As("web")).Sees(part.Text("number"))).Status());
        await staff.Does("ask-citizen", number, new { question = "垃圾堆在哪里?" });
        var parts = new { parts = new[] { new { title = "又一处垃圾", text = "滨江路30号也有人乱倒建筑垃圾", category = "city.sanitation.garbage" } } };
        Assert.Equal("case-paused", (await staff.Does("split", number, parts, HttpStatusCode.Conflict)).Problem());
        Assert.Single((await staff.Sees(number)).GetProperty("splitInto").EnumerateArray());
    }

    [Fact]
    public async Task What_the_citizen_left_out_is_added_at_the_desk()
    {
        var (web, staff) = (await city.As("web"), await city.As("operator"));
        var number = await web.Submits(new
        {
            kind = "efficiency", type = "complaint", category = "utilities.water.quality", title = "水发黄", text = "家里的水发黄,已经很多天了,请尽快处理一下。",
            citizen = new { name = "王芳", phone = "13700008888" },
        });
        var wrong = await staff.Does("complete", number, new { place = new { area = "nowhere" }, occurredAt = "2099-01-01T00:00:00Z" }, HttpStatusCode.BadRequest);
        Assert.All(["place.area", "occurredAt"], field => Assert.Contains(field, wrong.GetRawText(), StringComparison.Ordinal));
        await web.Does("complete", number, new { place = new { area = "jiangbei" } }, HttpStatusCode.Forbidden);

        var known = await staff.Does("complete", number, new { place = new { area = "jiangbei", address = "滨江路120号3幢501室" }, occurredAt = "2026-03-01T08:00:00+08:00" });
        Assert.Equal(("jiangbei", "滨江路"), (known.GetProperty("place").Text("area"), known.GetProperty("place").Text("address")));
        Assert.DoesNotContain("501室", (await staff.Gets($"/api/v1/cases/{number}/timeline")).GetRawText(), StringComparison.Ordinal);
        var clear = await staff.Post($"/api/v1/cases/{number}/unmask", new { purpose = "contactCitizen" }, HttpStatusCode.OK);
        Assert.Equal("滨江路120号3幢501室", clear.Text("address"));

        var named = await staff.Does("complete", number, new { citizen = new { name = "王芳芳", phone = "13700009999" } });
        Assert.Equal(("王*", "137****9999"), (named.GetProperty("citizen").Text("name"), named.GetProperty("citizen").Text("phone")));
        var found = await (await city.As("administrator")).Post("/api/v1/citizens/export", new { phone = "13700009999", purpose = "citizenRequest" }, HttpStatusCode.OK);
        Assert.Contains(number, found.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_category_goes_to_the_unit_in_charge_and_the_history_stays()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number);
        Assert.Equal("dept.water", (await staff.Does("dispatch", number)).Text("lead"));

        var moved = await staff.Does("recategorize", number, new { category = "city.sanitation.garbage", reason = "系垃圾渗滤液污染" });
        Assert.Equal(("dispatched", "city.sanitation.garbage"), (moved.Status(), moved.Text("category")));
        Assert.NotEqual("dept.water", moved.Text("lead"));
        var entries = (await staff.Gets($"/api/v1/cases/{number}/timeline")).GetProperty("entries").EnumerateArray().Select(entry => entry.Text("event")).ToList();
        Assert.Equal(2, entries.Count(name => name == "CaseDispatched"));
        await (await city.As("officer.water")).Does("sign", number, expect: HttpStatusCode.Forbidden);
    }
}
