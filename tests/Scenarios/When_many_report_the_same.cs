using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_many_report_the_same(City city)
{
    [Fact]
    public async Task An_incident_opened_ahead_is_followed_by_its_reporters_and_each_is_answered_and_called_back()
    {
        var (staff, web, officer) = (await city.As("operator"), await city.As("web"), await city.As("officer.water"));
        var lead = await OpensAnIncident(staff);
        var reports = new[] { await web.Submits(Report("路面冒水")), await web.Submits(Report("家里停水")), await web.Submits(Report("水压不足")), await web.Submits(Report("停水")) };

        // Whoever takes the report is shown the incident first, and why.
        var suggested = await Eventually.Is("the incident is suggested", async () =>
            (await staff.Finds($"/api/v1/cases/{reports[0]}/similar"))?.GetProperty("items").EnumerateArray().Cast<JsonElement?>()
                .FirstOrDefault(item => item!.Value.GetProperty("case").Text("number") == lead)?.GetRawText());
        Assert.Contains("同一镇街", suggested, StringComparison.Ordinal);
        await web.Gets($"/api/v1/cases/{reports[0]}/similar", HttpStatusCode.Forbidden);

        var merged = await staff.Post($"/api/v1/cases/{lead}/followers", new { cases = reports.Append(lead), reason = "同一处爆管" }, HttpStatusCode.OK);
        Assert.Equal(
            [.. reports.Select(number => $"{number} True "), $"{lead} False merge-into-itself"],
            merged.GetProperty("cases").EnumerateArray().Select(one => $"{one.Text("number")} {one.GetProperty("merged").GetBoolean()} {one.Maybe("code")?.GetString()}"));
        var again = await staff.Post($"/api/v1/cases/{lead}/followers", new { cases = reports }, HttpStatusCode.OK);
        Assert.All(again.GetProperty("cases").EnumerateArray(), one => Assert.True(one.GetProperty("merged").GetBoolean()));
        var refused = await staff.Does("triage", reports[0], new { urgency = "general" }, HttpStatusCode.Conflict);
        Assert.Equal("case-merged", refused.Problem());
        Assert.Contains(lead, refused.Text("detail"), StringComparison.Ordinal);

        // Low pressure was another matter.
        var apart = await staff.Does("unmerge", reports[2], new { reason = "并非同一处" });
        Assert.Equal(("accepted", null), (apart.Status(), apart.Maybe("mergedInto")?.GetString()));
        await Followed(staff, lead, by: 3);
        var open = await staff.Gets("/api/v1/incidents?limit=200");
        Assert.Equal(3, open.GetProperty("items").EnumerateArray().Single(one => one.Text("number") == lead).GetProperty("followers").GetInt32());

        await staff.Triages(lead, new { urgency = "urgent" });
        await staff.Does("dispatch", lead);
        await officer.Does("sign", lead);
        Assert.Equal(("closed", "explained"), await Answers(officer, lead));

        foreach (var number in new[] { reports[0], reports[1], reports[3] })
            await IsAnsweredAndCalledBack(staff, number, lead);
        Assert.Equal("accepted", (await staff.Sees(reports[2])).Status());
        await Eventually.Holds("the lead counts once and its followers count for nobody", async () =>
            (await Figured(staff, "numerator")).Contains(lead)
            && new[] { reports[0], reports[1], reports[3] }.All((await Figured(staff, "excluded")).Contains));
    }

    [Fact]
    public async Task A_case_leads_others_until_it_is_taken_back_and_then_they_go_on_by_themselves()
    {
        var (staff, web) = (await city.As("operator"), await city.As("web"));
        var (lead, follower, late) = (await web.Submits(Report("停水")), await web.Submits(Report("没水")), await web.Submits(Report("断水")));

        Assert.Equal(lead, (await staff.Does("merge", follower, new { into = lead })).Text("mergedInto"));
        // Merging into a follower means its lead.
        Assert.Equal(lead, (await staff.Does("merge", late, new { into = follower })).Text("mergedInto"));
        await Followed(staff, lead, by: 2);
        Assert.Equal("case-has-followers", (await staff.Does("merge", lead, new { into = await web.Submits(Report("停水")) }, HttpStatusCode.Conflict)).Problem());

        await web.Does("withdraw", lead);
        foreach (var number in new[] { follower, late })
            await Eventually.Holds("it goes on by itself", async () => (await staff.Sees(number)).Status() == "accepted");
        Assert.Equal("lead-at-its-end", (await staff.Does("merge", late, new { into = lead }, HttpStatusCode.Conflict)).Problem());
    }

    [Fact]
    public async Task A_follower_that_the_unit_let_down_is_handed_to_it_on_its_own()
    {
        var (staff, web, officer) = (await city.As("operator"), await city.As("web"), await city.As("officer.water"));
        var (lead, follower) = (await web.Submits(Matter.NoWater()), await web.Submits(Matter.NoWater()));
        await staff.Triages(lead, new { urgency = "general" });
        await staff.Does("dispatch", lead);
        await officer.Does("sign", lead);
        await officer.Does("reply", lead, new { answer = "自来水发黄,管网已冲洗。" });
        // The answer is there already.
        await staff.Does("merge", follower, new { into = lead });
        await Eventually.Holds("it has the answer", async () => (await staff.Sees(follower)).Status() == "awaitingVisit");

        var redo = await staff.Does("visit", follower, new { reached = true, solved = false, satisfied = "dissatisfied", reason = "not-solved" });
        Assert.Equal(("dispatched", "dept.water", null), (redo.Status(), redo.Text("lead"), redo.Maybe("mergedInto")?.GetString()));
        Assert.Equal("signed", (await officer.Does("sign", follower)).Status());

        // Reopened, it reaches the unit in the same way.
        var another = await web.Submits(Matter.NoWater());
        await staff.Does("merge", another, new { into = lead });
        await Eventually.Holds("it has the answer", async () => (await staff.Sees(another)).Status() == "awaitingVisit");
        await staff.Does("visit", another, new { reached = true, solved = true, satisfied = "satisfied" });
        var again = await web.Does("reopen", another, new { reason = "又黄了" });
        Assert.Equal(("dispatched", "dept.water"), (again.Status(), again.Text("lead")));
    }

    private static async Task<string> OpensAnIncident(Person staff)
    {
        object Incident(int hours) => new
        {
            title = "滨江路供水主管爆裂",
            text = "滨江路供水主管爆裂,正在抢修,江北街道部分小区停水。",
            category = "utilities.water.main-burst",
            place = new { address = "滨江路", area = "jiangbei" },
            expires = TimeProvider.System.GetUtcNow().AddHours(hours),
        };
        await staff.Post("/api/v1/incidents", Incident(hours: 9999), HttpStatusCode.BadRequest, "k");
        var incident = await staff.Post("/api/v1/incidents", Incident(hours: 12), HttpStatusCode.Created, Guid.NewGuid().ToString());
        Assert.NotNull(incident.Maybe("incidentUntil"));
        return incident.Text("number");
    }

    private static async Task<(string, string)> Answers(Person officer, string lead)
    {
        var closed = await officer.Does("reply", lead, new { answer = "主管已修复,恢复供水。" });
        return (closed.Status(), closed.Text("outcome"));
    }

    private static async Task IsAnsweredAndCalledBack(Person staff, string number, string lead)
    {
        await Eventually.Holds("the follower has the answer", async () => (await staff.Sees(number)).Status() == "awaitingVisit");
        var answered = await staff.Sees(number);
        Assert.Equal(("主管已修复,恢复供水。", lead), (answered.Text("answer"), answered.Text("mergedInto")));
        await Eventually.Holds("somebody is to call", async () =>
            (await staff.Gets("/api/v1/visits?state=open&limit=200")).GetRawText().Contains(number, StringComparison.Ordinal));
        var closed = await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" });
        Assert.Equal(("closed", "merged", "satisfied"), (closed.Status(), closed.Text("outcome"), closed.GetProperty("visit").Text("satisfaction")));
    }

    private static Task Followed(Person staff, string lead, int by) => Eventually.Holds($"{by} follow {lead}", async () =>
        await staff.Finds($"/api/v1/cases/{lead}/cluster") is { } cluster
        && cluster.GetProperty("lead").Maybe("followers")?.GetInt32() == by
        && cluster.GetProperty("followers").EnumerateArray().Count(one => one.Text("status") == "merged") == by);

    private static async Task<IReadOnlySet<string>> Figured(Person staff, string part)
    {
        var page = await staff.Gets($"/api/v1/figures/cases?figure=completion&part={part}&category=utilities.water&limit=200");
        return page.GetProperty("items").EnumerateArray().Select(one => one.Text("number")).ToHashSet();
    }

    private static object Report(string title) => new
    {
        kind = "efficiency",
        category = "utilities.water.outage",
        title,
        text = "滨江路这边水管爆裂,家里没有水,请尽快抢修。",
        citizen = new { name = "王芳", phone = "13857900077" },
        place = new { address = "滨江路12号", area = "jiangbei" },
    };
}
