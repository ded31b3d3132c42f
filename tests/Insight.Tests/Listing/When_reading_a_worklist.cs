using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Insight.Listing;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Listing;

[Collection("process")]
public sealed class When_reading_a_worklist(InsightProcess insight) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("to-screen", CaseKind.Efficiency, new Step[0])]
    [InlineData("to-triage", CaseKind.Efficiency, new[] { Step.Accept })]
    [InlineData("to-triage", CaseKind.Consultation, new[] { Step.Accept })]
    [InlineData("to-dispatch", CaseKind.Efficiency, new[] { Step.Accept, Step.Triage })]
    [InlineData("to-dispatch", CaseKind.Efficiency, new[] { Step.Accept, Step.Triage, Step.Dispatch, Step.Return })]
    [InlineData("to-dispatch", CaseKind.LifeService, new[] { Step.Accept, Step.Offer, Step.OfferRefused, Step.OffersEnd })]
    [InlineData("to-sign", CaseKind.Efficiency, new[] { Step.Accept, Step.Triage, Step.Dispatch })]
    [InlineData("to-handle", CaseKind.Efficiency, new[] { Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact })]
    [InlineData("to-handle", CaseKind.LifeService, new[] { Step.Accept, Step.Offer, Step.OfferTaken })]
    [InlineData("to-visit", CaseKind.Efficiency, new[] { Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Reply })]
    public async Task A_case_lies_on_the_list_of_who_must_act_next_and_on_no_other(string expected, CaseKind kind, Step[] steps)
    {
        var story = new CaseStory(1, kind).Then(steps);
        await insight.Apply(story);

        string[] desks = ["to-screen", "to-triage", "to-dispatch", "to-sign", "to-handle", "to-visit"];
        foreach (var desk in desks)
            Assert.Equal(desk == expected ? [story.Number] : [], await Numbers(Callers.Operator, desk));
        Assert.Equal([story.Number], await Numbers(Callers.Operator, "open"));
        Assert.Equal(1, await Count(Callers.Operator, expected));
    }

    [Fact]
    public async Task A_life_service_that_merchants_are_being_asked_for_waits_for_no_operator()
    {
        await insight.Apply(new CaseStory(1, CaseKind.LifeService).Then(Step.Accept, Step.Offer, Step.OfferRefused, Step.OffersEnd, Step.Offer));

        Assert.Empty(await Numbers(Callers.Operator, "to-dispatch"));
        Assert.Single(await Numbers(Callers.Operator, "open"));
    }

    [Fact]
    public async Task A_deadline_of_the_unit_before_does_not_follow_the_case_to_the_next()
    {
        await insight.Apply(new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed, Step.Return, Step.Assist));

        Assert.Empty(await Numbers(Callers.Operator, "overdue"));
    }

    [Fact]
    public async Task What_is_due_later_now_is_late_no_more_and_says_when()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleMissed, Step.HandleMoved);
        await insight.Apply(story);

        Assert.Empty(await Numbers(Callers.Operator, "overdue"));
        var item = Assert.Single((await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/due-soon")).Items);
        Assert.Equal(((DeadlineMoved)story.Events[^1]).DueAt, item.DueAt);
    }

    [Fact]
    public async Task A_missed_clock_counts_until_its_end_only()
    {
        await insight.Apply(new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.ContactMissed, Step.Contact));

        Assert.Empty(await Numbers(Callers.Operator, "overdue"));
    }

    [Fact]
    public async Task A_unit_sees_the_cases_it_leads_or_assists_and_nothing_else()
    {
        var water = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch);
        var roadsWithWater = new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Assist);
        var nobodys = new CaseStory(3).Then(Step.Accept);
        var plumbers = new CaseStory(4, CaseKind.LifeService).Then(Step.Accept, Step.Offer, Step.OfferTaken);
        await insight.Apply(water, roadsWithWater, nobodys, plumbers);

        Assert.Equal([water.Number, roadsWithWater.Number], await Numbers(Callers.WaterOfficer, "mine"));
        Assert.Equal([roadsWithWater.Number], await Numbers(Callers.RoadsSystem, "to-sign"));
        Assert.Equal([plumbers.Number], await Numbers(Callers.Plumber, "open"));
        Assert.Equal(2, await Count(Callers.WaterOfficer, "to-sign"));
        Assert.Equal(1, await Count(Callers.Plumber, "mine"));
        Assert.Equal(4, await Count(Callers.Auditor, "open"));
    }

    [Fact]
    public async Task Mine_of_an_operator_are_the_cases_the_operator_last_worked_on()
    {
        var mine = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleNear);
        var theSupervisors = new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Reply, Step.VisitUnanswered);
        var nobodys = new CaseStory(3);
        await insight.Apply(mine, theSupervisors, nobodys);

        Assert.Equal([mine.Number], await Numbers(Callers.Operator, "mine"));
        Assert.Equal([theSupervisors.Number], await Numbers(Callers.Supervisor, "mine"));
        Assert.Equal(1, await Count(Callers.Operator, "mine"));
    }

    [Fact]
    public async Task A_sealed_case_shows_its_number_and_nothing_else()
    {
        var story = new CaseStory(1, CaseKind.Consultation, title: "我很难过").Then(Step.Accept, Step.Seal);
        await insight.Apply(story);

        var seen = (await insight.Get(Callers.Operator, "/api/v1/worklists/open")).GetProperty("items")[0];
        Assert.Equal(["number", "sealed"], seen.EnumerateObject().Select(member => member.Name));
        Assert.Equal(story.Number, seen.GetProperty("number").GetString());
        Assert.True(seen.GetProperty("sealed").GetBoolean());
        var supervised = await insight.Get<CasePage>(Callers.Supervisor, "/api/v1/worklists/open");
        Assert.Equal("我很难过", supervised.Items[0].Title);
    }

    [Fact]
    public async Task A_hidden_identity_is_hidden_from_the_unit()
    {
        await insight.Apply(new CaseStory(1, hideIdentity: true).Then(Step.Accept, Step.Triage, Step.Dispatch));

        Assert.Null((await insight.Get<CasePage>(Callers.WaterOfficer, "/api/v1/worklists/open")).Items[0].Citizen);
        Assert.Equal("张*", (await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/open")).Items[0].Citizen!.Name);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_while_cases_come_and_go()
    {
        var stories = Enumerable.Range(0, 25).Select(i => new CaseStory(i).Then(Step.Accept)).ToList();
        await insight.Apply(stories);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await insight.Get<CasePage>(Callers.Operator, $"/api/v1/worklists/to-triage?limit=7{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.Items.Select(item => item.Number));
            cursor = page.Cursor;
            await insight.Apply(new CaseStory(100 + seen.Count).Then(Step.Accept), stories[seen.Count / 2].Then(Step.Triage));
        }
        while (cursor is not null && seen.Count < 100);

        Assert.Equal(stories.Select(story => story.Number), seen.Take(25));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Channels_have_no_lists_and_strangers_no_access()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WebChannel, "/api/v1/worklists"));
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WebChannel, "/api/v1/worklists/open"));
        Assert.Equal(HttpStatusCode.Unauthorized, await insight.Status(null, "/api/v1/worklists/open"));
    }

    [Theory]
    [InlineData("no-such-list", HttpStatusCode.NotFound)]
    [InlineData("open?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("open?limit=201", HttpStatusCode.BadRequest)]
    [InlineData("open?cursor=!!", HttpStatusCode.BadRequest)]
    [InlineData("open?cursor=AAAA", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_refused(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, await insight.Status(Callers.Operator, $"/api/v1/worklists/{path}"));

    private async Task<IEnumerable<string>> Numbers(Caller by, string list) =>
        (await insight.Get<CasePage>(by, $"/api/v1/worklists/{list}")).Items.Select(item => item.Number);

    private async Task<long> Count(Caller by, string list) =>
        (await insight.Get<WorklistCounts>(by, "/api/v1/worklists")).Lists.Single(count => count.Name == list).Cases;
}
