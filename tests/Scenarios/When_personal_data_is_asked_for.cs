using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_personal_data_is_asked_for(City city)
{
    private readonly string _word = "word" + Guid.NewGuid().ToString("N")[..10];
    private readonly string _phone = "139" + Random.Shared.Next(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Everybody_sees_a_mask_and_who_needs_more_says_why_and_is_written_down()
    {
        var (web, staff, officer, auditor) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"), await city.As("auditor"));
        var number = await web.Submits(Matter());
        await Dispatched(number);
        foreach (var reader in new[] { web, staff, officer, auditor })
            Hidden((await reader.Sees(number)).GetRawText());

        Assert.Contains("purpose", (await staff.Does("unmask", number, new { }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("note", (await staff.Does("unmask", number, new { purpose = "other" }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
        Clear(await staff.Does("unmask", number, new { purpose = "other", note = "核对地址" }));
        Clear(await officer.Does("unmask", number, new { purpose = "contactCitizen" }));
        Assert.Equal("unmask-forbidden", (await web.Does("unmask", number, new { purpose = "visit" }, HttpStatusCode.Forbidden)).Problem());
        await (await city.As("officer.housing")).Does("unmask", number, new { purpose = "visit" }, HttpStatusCode.Forbidden);
        using (var answer = await (await city.Hotline.ClientAsync("operator")).PostAsJsonAsync($"/api/v1/cases/{number}/unmask", new { purpose = "visit" }))
            Assert.True(answer.Headers.CacheControl?.NoStore);

        await staff.Gets($"/api/v1/cases/{number}/access", HttpStatusCode.Forbidden);
        var trail = await Eventually.Is("the masked reads are in the trail", async () =>
            await Trail(auditor, $"/api/v1/cases/{number}/access?limit=200") is var entries && entries.Count(entry => entry.What == "read") == 4 ? entries : null);
        Assert.Equal(["visit", "contactCitizen", "other"], trail.Where(entry => entry is { What: "unmask", Result: "done" }).Select(entry => entry.Purpose));
        Assert.Equal(["case-hidden", "unmask-forbidden"], trail.Where(entry => entry.What == "unmask" && entry.Result != "done").Select(entry => entry.Result));
        Assert.Contains(trail, entry => entry is { What: "case-access", Result: "not-allowed" });
        Assert.Contains(trail, entry => entry is { What: "CaseDispatched", Result: "done" });

        var officers = trail.First(entry => entry.Purpose == "contactCitizen").Subject;
        var did = await Trail(await city.As("administrator"), $"/api/v1/audit?subject={officers}&case={number}");
        Assert.Equal(["unmask", "read"], did.Select(entry => entry.What).Where(what => what is "unmask" or "read"));
        Assert.Contains(await Trail(auditor, "/api/v1/audit?limit=5"), entry => entry.What == "audit");
    }

    [Fact]
    public async Task A_citizen_who_hides_from_the_unit_stays_hidden_from_it()
    {
        var officer = await city.As("officer.water");
        var number = await (await city.As("web")).Submits(Matter(hideIdentity: true));
        await Dispatched(number);

        Assert.Null((await officer.Sees(number)).GetProperty("citizen").Maybe("phone"));
        Assert.Equal("unmask-forbidden", (await officer.Does("unmask", number, new { purpose = "contactCitizen" }, HttpStatusCode.Forbidden)).Problem());
        await Eventually.Holds("the hotline finds it by phone", async () =>
            (await (await city.As("operator")).Gets($"/api/v1/search?q={_phone}")).GetRawText().Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain(number, (await officer.Gets($"/api/v1/search?q={_phone}")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(await Trail(await city.As("auditor"), "/api/v1/audit?limit=20"), entry => entry.What == "phone-search");
        Clear(await (await city.As("operator")).Does("unmask", number, new { purpose = "contactCitizen" }));
        Assert.Empty(await Traces.Of(city.Hotline, _phone));
    }

    [Fact]
    public async Task What_is_said_in_a_sealed_lane_is_kept_in_clear_nowhere_and_shown_to_nobody_outside_of_it()
    {
        var (staff, supervisor, expert) = (await city.As("operator"), await city.As("supervisor"), await city.As("expert.psy03"));
        var number = await (await city.As("phone")).Submits(Matter(category: "mind.youth.study-stress"));
        Clear(await staff.Does("unmask", number, new { purpose = "emergency" }));
        await staff.Triages(number);
        await staff.Does("dispatch", number, new { unit = "expert.psy03" });
        await staff.Does("unmask", number, new { purpose = "visit" }, HttpStatusCode.Forbidden);
        Clear(await expert.Does("unmask", number, new { purpose = "contactCitizen" }));
        await expert.Does("reply", number, new { answer = _word + "已约定周三面谈。", record = _word });
        Clear(await supervisor.Does("unmask", number, new { purpose = "legalRequest" }));

        await Eventually.Holds("the citizen is to be called back", async () =>
            (await staff.Gets("/api/v1/visits?limit=200")).GetRawText().Contains(number, StringComparison.Ordinal));
        await Eventually.Holds("the lists know of the reply", async () =>
            (await supervisor.Gets($"/api/v1/search?q={number}")).GetRawText().Contains("awaitingVisit", StringComparison.Ordinal));
        foreach (var who in new[] { "operator", "supervisor", "administrator", "auditor", "officer.water", "expert.psy03", "dept.water" })
        {
            var reader = await city.As(who);
            foreach (var list in new[] { $"search?q={_word}", $"search?q={number}", "worklists/to-visit?limit=200", "worklists/open?limit=200" })
                Assert.DoesNotContain(_word, (await reader.Gets("/api/v1/" + list)).GetRawText(), StringComparison.Ordinal);
        }
        foreach (var who in new[] { "auditor", "operator", "administrator" })
            Assert.DoesNotContain(_word, (await (await city.As(who)).Gets($"/api/v1/cases/{number}/timeline")).GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await Traces.Of(city.Hotline, _word));
        Assert.Empty(await Traces.Of(city.Hotline, _phone));
    }

    [Fact]
    public async Task A_citizen_gets_everything_and_is_then_forgotten_while_the_figures_stay()
    {
        const string Figures = "/api/v1/figures/headline?from=2021-05-11&to=2021-05-11";
        var (staff, officer, administrator) = (await city.As("operator"), await city.As("officer.water"), await city.As("administrator"));
        var number = await (await city.As("import")).Submits(Matter(receivedAt: "2021-05-11T03:00:00Z"));
        await Dispatched(number);
        Assert.Contains(number, (await administrator.Post("/api/v1/citizens/erasure", Whom("legalBasis"), HttpStatusCode.Conflict)).GetRawText(), StringComparison.Ordinal);
        await officer.Does("sign", number);
        await officer.Does("contact", number, new { note = _word });
        await officer.Does("reply", number, new { answer = _word + "已修复", record = _word });
        await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied", reason = _word });
        var before = await Eventually.Is("the figures know the end", async () =>
            await administrator.Gets(Figures) is var figures && figures.GetProperty("closed").GetInt64() == 1 ? figures.GetRawText() : null);

        await staff.Post("/api/v1/citizens/export", Whom("purpose"), HttpStatusCode.Forbidden);
        var export = Assert.Single((await administrator.Post("/api/v1/citizens/export", Whom("purpose"), HttpStatusCode.OK)).GetProperty("cases").EnumerateArray());
        Clear(export);
        Assert.Equal(["CaseReceived", "CaseClosed"], export.GetProperty("timeline").EnumerateArray().Select(entry => entry.Text("event")).Where(name => name is "CaseReceived" or "CaseClosed"));

        await staff.Post("/api/v1/citizens/erasure", Whom("legalBasis"), HttpStatusCode.Forbidden);
        foreach (var _ in new[] { "first", "again" })
            await administrator.Post("/api/v1/citizens/erasure", new { number, legalBasis = "个人信息保护法第47条" }, HttpStatusCode.OK);

        await Eventually.Holds("every table has forgotten", async () => (await Traces.Of(city.Hotline, _word)).Count == 0);
        Assert.Empty(await Traces.Of(city.Hotline, _phone));
        var erased = await staff.Sees(number);
        Assert.Equal(("closed", "***"), (erased.Status(), erased.Text("title")));
        Assert.True((await staff.Gets($"/api/v1/cases/{number}/timeline")).GetProperty("intact").GetBoolean());
        Assert.Equal("citizen-erased", (await staff.Does("reopen", number, new { reason = "又坏了" }, HttpStatusCode.Conflict)).Problem());
        Assert.Empty((await administrator.Post("/api/v1/citizens/export", Whom("purpose"), HttpStatusCode.OK)).GetProperty("cases").EnumerateArray());
        await Eventually.Holds("the list shows the case without its citizen", async () =>
            (await staff.Gets($"/api/v1/search?q={number}")).GetProperty("items")[0].Text("title") == "***");
        Assert.Equal(before, (await administrator.Gets(Figures)).GetRawText());
    }

    private object Matter(bool hideIdentity = false, string category = "utilities.water.quality", string? receivedAt = null) => new
    {
        category,
        title = _word + "自来水发黄",
        text = $"自来水发黄,{_word},请打{_phone}。",
        citizen = new { name = "欧阳" + _word, phone = _phone, hideIdentity },
        place = new { address = $"滨江路12号{_word}", area = "jiangbei" },
        receivedAt,
    };

    private Dictionary<string, string> Whom(string why) => new() { ["phone"] = _phone, [why] = "本人申请" };

    private async Task Dispatched(string number)
    {
        var staff = await city.As("operator");
        await staff.Triages(number);
        Assert.Equal("dept.water", (await staff.Does("dispatch", number)).Text("lead"));
    }

    private void Hidden(string answer)
    {
        Assert.DoesNotContain(_phone, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳", answer, StringComparison.Ordinal);
    }

    private void Clear(JsonElement answer) =>
        Assert.Equal(("欧阳" + _word, _phone, $"滨江路12号{_word}"), (answer.Text("name"), answer.Text("phone"), answer.Text("address")));

    private static async Task<IReadOnlyList<(string What, string Subject, string? Purpose, string Result)>> Trail(Person reader, string path) =>
        [.. (await reader.Gets(path)).GetProperty("entries").EnumerateArray()
            .Select(entry => (entry.Text("what"), entry.Text("subject"), entry.Maybe("purpose")?.GetString(), entry.Text("result")))];
}
