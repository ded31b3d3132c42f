using System.Net;
using System.Text.Json;
using RabbitMQ.Client;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_citizen_answers_by_link(City city)
{
    [Fact]
    public async Task It_is_done_again_once_then_closed_and_opened_again_by_the_citizen()
    {
        var (web, staff, officer, citizen) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"), await Citizen());
        var number = await Signed();
        await officer.Does("contact", number);
        await officer.Does("reply", number, new { answer = "自来水发黄,管网已冲洗" });

        // The web portal tells its citizen: the answer, a link, a code.
        var first = await Told(web, number, "case.replied");
        var (link, code) = (LinkOf(first), first.GetProperty("invitation").Text("code"));
        Assert.Equal("138****2345", first.Text("recipient"));
        Assert.All(["管网已冲洗", code, first.GetProperty("invitation").Text("link")], word => Assert.Contains(word, first.GetProperty("texts").Text("zh-CN"), StringComparison.Ordinal));
        var asked = await citizen.Gets(link);
        Assert.Equal((number, "visit"), (asked.Text("number"), asked.Text("asks")));
        Assert.DoesNotContain("张伟", asked.GetRawText(), StringComparison.Ordinal);

        var wrong = await citizen.Post(link, Dissatisfied(code == "000000" ? "000001" : "000000"), HttpStatusCode.Forbidden);
        Assert.Equal("visit-code-wrong", wrong.Problem());
        Assert.Equal("inProgress", (await citizen.Post(link, Dissatisfied(code), HttpStatusCode.OK)).Status());

        // The redo has a clock of its own, and is told.
        Assert.Contains("水务集团", (await Told(web, number, "case.redo")).GetProperty("texts").Text("zh-CN"), StringComparison.Ordinal);
        var clock = await Handling(number, round: 2);
        Assert.Equal(("running", "dept.water"), (clock.Text("state"), clock.Text("unit")));
        var recorded = await Facts(number, "VisitRecorded");
        Assert.Equal(("link", "slow", "师傅没来"), (recorded.Text("via"), recorded.Text("reason"), recorded.Text("comment")));

        await officer.Does("reply", number, new { answer = "自来水发黄,已再次上门处理" });
        var second = await Told(web, number, "case.replied", times: 2);
        Assert.NotEqual(link, LinkOf(second));
        Assert.Equal("visit-link-used", (await citizen.Gets(link, HttpStatusCode.Gone)).Problem());
        Assert.Null((await Told(web, number, "case.replied")).Maybe("invitation"));
        // This time on the page that the link opens.
        await FillsIn(second, number);
        var closed = await staff.Sees(number);
        Assert.Equal(("closed", "solved"), (closed.Status(), closed.Text("outcome")));

        // A week later it leaks again.
        var end = await Told(web, number, "case.closed");
        var reopen = new { code = end.GetProperty("invitation").Text("code"), reason = "水又黄了" };
        Assert.Equal("inProgress", (await citizen.Post(LinkOf(end) + "/reopen", reopen, HttpStatusCode.OK)).Status());
        Assert.Equal("dept.water", (await officer.Sees(number)).Text("lead"));
        Assert.Equal("running", (await Handling(number, round: 3)).Text("state"));
        await HeardByTheDepartment(number, "reopened");
        await Told(web, number, "case.reopened");
        Assert.True((await staff.Gets($"/api/v1/cases/{number}/timeline")).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task The_channel_and_the_desk_open_a_closed_case_again_and_a_call_ends_a_link()
    {
        var (web, staff, officer, citizen) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"), await Citizen());
        var number = await Signed();
        await officer.Does("reply", number, new { answer = "自来水发黄问题已处理" });
        var link = LinkOf(await Told(web, number, "case.replied"));

        // Nobody picks up: a second call right after it does not count, and the list says from when on it does.
        await staff.Does("visit", number, new { reached = false });
        Assert.Equal("visit-too-soon", (await staff.Does("visit", number, new { reached = false }, HttpStatusCode.Conflict)).Problem());
        await Eventually.Holds("the list says when to call again", async () => (await Visit(number))?.Maybe("callAfter") is not null);
        await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" });
        await Told(web, number, "case.closed");
        Assert.Equal("visit-link-over", (await citizen.Gets(link, HttpStatusCode.Gone)).Problem());

        await (await city.As("app")).Does("reopen", number, new { reason = "不是我的" }, HttpStatusCode.Forbidden);
        Assert.Equal("inProgress", (await web.Does("reopen", number, new { reason = "又漏了" })).Status());
        await officer.Does("reply", number, new { answer = "自来水发黄,已更换阀门" });
        await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" });
        Assert.Equal("inProgress", (await staff.Does("reopen", number, new { reason = "抽查发现未完工" })).Status());
    }

    [Fact]
    public async Task A_refusal_is_told_with_why_and_where_to_go_and_appealed_and_more_time_is_told_with_its_date()
    {
        var (web, staff, citizen) = (await city.As("web"), await city.As("operator"), await Citizen());
        var number = await web.Submits(Matter.NoWater());
        await staff.Does("decline", number, new { reason = "inLitigation", explanation = "法院已立案", whereToGo = "拨打12368" });

        var refusal = await Told(web, number, "case.declined");
        Assert.All(["诉讼", "法院已立案", "12368"], word => Assert.Contains(word, refusal.GetProperty("texts").Text("zh-CN"), StringComparison.Ordinal));
        var appeal = new { code = refusal.GetProperty("invitation").Text("code"), reason = "法院未受理,附裁定书" };
        Assert.Equal("held", (await citizen.Post(LinkOf(refusal) + "/reopen", appeal, HttpStatusCode.OK)).Status());
        await Told(web, number, "case.appealed");
        await staff.Does("accept", number, new { note = "裁定书属实,予以受理" });
        await Told(web, number, "case.reopened");

        var another = await Signed();
        await (await city.As("officer.water")).Does("ask-extension", another, new { workingDays = 5, legalBasis = "条例第12条", reason = "管材未到" });
        var granted = await (await city.As("supervisor")).Does("decide-extension", another, new { granted = true });
        Assert.Equal("granted", granted.GetProperty("extension").Text("status"));
        Assert.Matches("新的答复期限为 20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", (await Told(web, another, "case.extended")).GetProperty("texts").Text("zh-CN"));
    }

    private static object Dissatisfied(string code) => new { code, solved = false, satisfied = "dissatisfied", reason = "slow", comment = "师傅没来" };

    /// <summary>Somebody who has no account, only what a notice said.</summary>
    private async Task<Person> Citizen() => new(await city.Hotline.ClientAsync());

    private async Task FillsIn(JsonElement notice, string number)
    {
        var page = new Uri(new Uri(notice.GetProperty("invitation").Text("link")).AbsolutePath, UriKind.Relative);
        using var browser = await city.Hotline.ClientAsync();
        Assert.Contains(number, await browser.GetStringAsync(page), StringComparison.Ordinal);
        using var filled = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["solved"] = "true", ["satisfied"] = "satisfied", ["code"] = notice.GetProperty("invitation").Text("code"),
        });
        using var thanks = await browser.PostAsync(page, filled);
        Assert.Equal(HttpStatusCode.OK, thanks.StatusCode);
    }

    private async Task<string> Signed()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number, new { urgency = "general" });
        await staff.Does("dispatch", number);
        await (await city.As("officer.water")).Does("sign", number);
        return number;
    }

    /// <summary>Fetches as a channel does, page after page, until the notice has come for the nth time.</summary>
    private static async Task<JsonElement> Told(Person channel, string number, string kind, int times = 1)
    {
        var found = await Eventually.Is($"{kind} of {number} is in the outbox", async () =>
        {
            var (notices, cursor, more) = (new List<JsonElement>(), "0", true);
            while (more)
            {
                var page = await channel.Gets($"/api/v1/notices?limit=200&cursor={cursor}");
                notices.AddRange(page.GetProperty("items").EnumerateArray().Where(notice => notice.Text("number") == number && notice.Text("kind") == kind));
                (cursor, more) = (page.Text("next"), page.GetProperty("more").GetBoolean());
            }
            return notices.Count >= times ? notices[times - 1].GetRawText() : null;
        });
        return JsonSerializer.Deserialize<JsonElement>(found);
    }

    // The page of the city behind the link sends the token here.
    private static string LinkOf(JsonElement notice) => "/api/v1/visits/links/" + notice.GetProperty("invitation").Text("link").Split('/')[^1];

    private async Task<JsonElement> Handling(string number, int round)
    {
        var staff = await city.As("operator");
        var found = await Eventually.Is($"handling clock {round} runs", async () => (await staff.Finds($"/api/v1/cases/{number}/clock"))?.GetProperty("clocks")
            .EnumerateArray().Where(clock => clock.Text("clock") == "handle" && clock.GetProperty("round").GetInt32() == round).Select(clock => clock.GetRawText()).SingleOrDefault());
        return JsonSerializer.Deserialize<JsonElement>(found);
    }

    private async Task<JsonElement?> Visit(string number) => (await (await city.As("operator")).Gets("/api/v1/visits?limit=200"))
        .GetProperty("items").EnumerateArray().Cast<JsonElement?>().FirstOrDefault(visit => visit!.Value.Text("number") == number);

    private async Task<JsonElement> Facts(string number, string @event) => (await (await city.As("operator")).Gets($"/api/v1/cases/{number}/timeline"))
        .GetProperty("entries").EnumerateArray().Single(entry => entry.Text("event") == @event).GetProperty("facts");

    private async Task HeardByTheDepartment(string number, string what)
    {
        var feed = await (await city.As("dept.water")).Gets("/api/v1/units/water/feed");
        await using var connection = await new ConnectionFactory { Uri = new Uri(feed.Text("uri")) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await Eventually.Holds($"dept.water hears that {number} was {what}", async () =>
        {
            while (await channel.BasicGetAsync(feed.Text("queue"), autoAck: true) is { } message)
            {
                var told = JsonSerializer.Deserialize<JsonElement>(message.Body.Span);
                if (told.Text("subject") == number && told.Text("type").Contains($".{what}.", StringComparison.Ordinal))
                    return true;
            }
            return false;
        });
    }
}
