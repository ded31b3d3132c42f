using System.Net;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_complaint_goes_to_government(City city)
{
    [Fact]
    public async Task It_is_accepted_triaged_dispatched_by_rule_signed_answered_called_back_and_closed()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Accepts(number);
        var proposal = (await staff.Triages(number, new { urgency = "pressing" })).GetProperty("proposal");
        Assert.Equal(("dept.water", "dept.health"), (proposal.Text("lead"), Assert.Single(proposal.GetProperty("assisting").EnumerateArray()).GetString()));
        Assert.NotEmpty(proposal.Text("rule") + proposal.Text("why"));
        var dispatched = await staff.Does("dispatch", number);
        Assert.Equal(("dispatched", "dept.water"), (dispatched.Status(), dispatched.Text("lead")));
        Assert.Equal("dept.health", Assert.Single(dispatched.GetProperty("assisting").EnumerateArray()).GetString());

        var officer = await city.As("officer.water");
        Assert.Equal("signed", (await officer.Does("sign", number)).Status());
        await Eventually.Holds("both hand-overs arrived, one was signed for", async () =>
            (await staff.Gets($"/api/v1/cases/{number}/hand-overs")).GetProperty("handOvers").EnumerateArray().Select(one => one.Text("role") + " " + one.Text("state")).Order()
                .SequenceEqual(["assisting delivered", "lead acknowledged"]));
        Assert.Equal("inProgress", (await officer.Does("contact", number, new { note = "已联系" })).Status());
        Assert.Equal("awaitingVisit", (await officer.Does("reply", number, new { answer = "自来水发黄系管道检修所致,管网已冲洗,水质合格。", record = "更换阀门一处" })).Status());
        var closed = await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" });
        Assert.Equal(("closed", "solved"), (closed.Status(), closed.Text("outcome")));

        var timeline = await staff.Gets($"/api/v1/cases/{number}/timeline");
        Assert.True(timeline.GetProperty("intact").GetBoolean());
        Assert.Equal(
            ["CaseReceived", "CaseAccepted", "CaseTriaged", "CaseDispatched", "CaseSigned", "CitizenContacted", "CaseReplied", "VisitRecorded", "CaseClosed"],
            timeline.GetProperty("entries").EnumerateArray().Select(entry => entry.Text("event")));
    }

    [Fact]
    public async Task A_unit_returns_it_and_it_goes_to_another()
    {
        var staff = await city.As("operator");
        var number = await Dispatched();

        var returned = await (await city.As("officer.water")).Does("return", number, new { reason = "notOurDuty", legalBasis = "三定方案第4条", explanation = "属住建局物业科" });
        Assert.Equal("returned", returned.Status());
        await (await city.As("officer.water")).Sees(number, HttpStatusCode.Forbidden);

        Assert.Equal("dept.housing", (await staff.Does("dispatch", number, new { unit = "dept.housing", reason = "物业管理" })).Text("lead"));
        Assert.Equal("signed", (await (await city.As("officer.housing")).Does("sign", number)).Status());
    }

    [Fact]
    public async Task A_dissatisfied_citizen_gets_one_redo()
    {
        var staff = await city.As("operator");
        var officer = await city.As("officer.water");
        var number = await Dispatched();
        await officer.Does("sign", number);
        await officer.Does("reply", number, new { answer = "自来水发黄问题已冲洗管道处理" });

        var redo = await staff.Does("visit", number, new { reached = true, solved = false, satisfied = "dissatisfied", reason = "not-solved" });
        Assert.Equal(("inProgress", "dept.water", 1), (redo.Status(), redo.Text("lead"), redo.GetProperty("redos").GetInt32()));

        await officer.Does("reply", number, new { answer = "自来水发黄问题已再次上门处理" });
        var closed = await staff.Does("visit", number, new { reached = true, solved = false, satisfied = "dissatisfied", reason = "not-solved" });
        Assert.Equal(("closed", "explained"), (closed.Status(), closed.Text("outcome")));
    }

    [Fact]
    public async Task Clocks_worklists_search_and_figures_follow()
    {
        var staff = await city.As("operator");
        var before = await staff.Gets("/api/v1/figures/headline");
        var number = await Dispatched("永康路自来水发黄" + Guid.NewGuid().ToString("N")[..6]);

        await Eventually.Holds("the department's sign clock runs", async () =>
            (await staff.Finds($"/api/v1/cases/{number}/clock"))?.GetRawText().Contains("sign", StringComparison.OrdinalIgnoreCase) == true);
        await Eventually.Holds("the officer finds it to sign", async () =>
            (await (await city.As("officer.water")).Gets("/api/v1/worklists/to-sign")).GetRawText().Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain(number, (await (await city.As("officer.housing")).Gets("/api/v1/worklists/to-sign")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(number, (await staff.Gets($"/api/v1/search?q={number}")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(number, (await staff.Gets("/api/v1/search?q=" + Uri.EscapeDataString("永康路"))).GetRawText(), StringComparison.Ordinal);
        Assert.Contains(number, (await staff.Gets("/api/v1/search?q=13857912345&limit=200")).GetRawText(), StringComparison.Ordinal);

        var after = await staff.Gets("/api/v1/figures/headline");
        Assert.True(after.GetProperty("cases").GetProperty("efficiency").GetInt64() > before.GetProperty("cases").GetProperty("efficiency").GetInt64());
    }

    private async Task<string> Dispatched(string title = "小区停水两天")
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(Matter.NoWater(title));
        await staff.Triages(number);
        Assert.Equal("dept.water", (await staff.Does("dispatch", number)).Text("lead"));
        return number;
    }
}
