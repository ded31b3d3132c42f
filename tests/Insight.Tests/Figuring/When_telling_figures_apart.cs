using System.Net;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Figuring;

[Collection("process")]
public sealed class When_telling_figures_apart(InsightProcess insight) : IAsyncLifetime
{
    private static readonly Step[] Answered = [Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact, Step.Reply];

    public async ValueTask InitializeAsync()
    {
        await insight.Empty();
        await insight.Apply(
            new CaseStory(1).Then([.. Answered, Step.VisitPleased, Step.Close]),
            new CaseStory(2).Then([.. Answered, Step.VisitDispleased, Step.Close]),
            new CaseStory(3, CaseKind.LifeService, category: "home.water.burst-pipe").Then(Step.Accept, Step.Offer, Step.OfferTaken, Step.HandleMissed),
            new CaseStory(4, CaseKind.LifeService, category: "home.lock.open").Then(Step.Accept),
            // Left out, each for a cause of its own; the sixth while water led it.
            new CaseStory(5).Then(Step.Decline),
            new CaseStory(6).Then([.. Answered, Step.Withdraw]),
            new CaseStory(7, category: "utilities.power.outage").Then(Step.DeclinePower),
            new CaseStory(8).Then(Step.Accept, Step.CloseMerged),
            new CaseStory(24 * 40).Then(Step.Accept));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_a_word_everything_is_one_group()
    {
        var all = Assert.Single(await Groups(""));
        Assert.Equal(9, all.GetProperty("cases").GetInt64());
        Assert.Equal((2, 3, 2 / 3.0), Ratio(all, "completion"));
        Assert.Equal((1, 2, 0.5), Ratio(all, "satisfaction"));
        Assert.Equal((2, 2, 1.0), Ratio(all, "response"));
        Assert.Equal((1, 2, 0.5), Ratio(all, "solution"));
        var excluded = all.GetProperty("excluded");
        Assert.Equal(4, excluded.GetProperty("total").GetInt64());
        Assert.Equal(
            ["merged 1", "outOfPower 1", "unreasonable 1", "withdrawn 1"],
            excluded.GetProperty("byCause").EnumerateObject().Select(cause => $"{cause.Name} {cause.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_found_unreasonable_counts_for_no_unit_although_it_was_handled()
    {
        await insight.Apply(new CaseStory(9).Then([Step.FindUnreasonable, .. Answered, Step.VisitDispleased, Step.Close]));

        var water = Assert.Single(await Groups("?by=unit&unit=dept.water"));
        Assert.Equal((1, 2, 0.5), Ratio(water, "satisfaction"));
        Assert.Equal(1, water.GetProperty("excluded").GetProperty("byCause").GetProperty("unreasonable").GetInt64());
    }

    [Fact]
    public async Task A_redo_wipes_no_answer_and_nobody_reached_wipes_none_either()
    {
        await insight.Empty();
        await insight.Apply(
            new CaseStory(1).Then([.. Answered, Step.VisitDispleased, Step.Redo, Step.Reply, Step.VisitPleased, Step.Close]),
            new CaseStory(2).Then([.. Answered, Step.VisitPleased, Step.Close, Step.Reopen, Step.Reply, Step.VisitUnanswered, Step.Close]));

        foreach (var question in (string[])["", "?by=unit", "?by=unit&category=utilities"])
        {
            var group = Assert.Single(await Groups(question));
            Assert.Equal((2, 3, 2 / 3.0), Ratio(group, "satisfaction"));
            Assert.Equal((2, 3, 2 / 3.0), Ratio(group, "solution"));
        }
        var opened = await insight.Get<Insight.Figuring.FigureCasePage>(Callers.Operator, "/api/v1/figures/cases?figure=satisfaction&part=denominator");
        Assert.Equal((3, 2), (opened.Count, opened.Items.Count));
    }

    [Fact]
    public async Task Visits_and_lost_deadlines_stay_with_the_unit_whose_they_were()
    {
        await insight.Empty();
        await insight.Apply(
            new CaseStory(1).Then([.. Answered, Step.VisitDispleased, Step.Redo, Step.Assist, Step.Sign, Step.Contact, Step.Reply, Step.VisitPleased, Step.Close]),
            new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed, Step.TakeBack, Step.Assist, Step.Sign, Step.Contact, Step.Reply, Step.Close));

        foreach (var question in (string[])["?by=unit", "?by=unit&category=utilities"])
        {
            var (roads, water) = (await Groups(question + "&unit=dept.roads", Callers.Operator), await Groups(question + "&unit=dept.water"));
            Assert.Equal((1, 1, 1.0), Ratio(Assert.Single(roads), "satisfaction"));
            Assert.Equal((2, 2, 1.0), Ratio(Assert.Single(roads), "completion"));
            Assert.Equal((0, 1, 0.0), Ratio(Assert.Single(water), "satisfaction"));
            Assert.Equal((0, 1, 0.0), Ratio(Assert.Single(water), "completion"));
        }
        Assert.Equal((2, 2, 1.0), Ratio(Assert.Single(await Groups("")), "completion"));
        var lost = await insight.Get<Insight.Figuring.FigureCasePage>(Callers.Operator, "/api/v1/figures/cases?figure=completion&part=denominator&unit=dept.water");
        Assert.EndsWith("-000002-7", Assert.Single(lost.Items).Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_that_came_late_stays_late_when_the_case_is_done_again()
    {
        await insight.Empty();
        await insight.Apply(new CaseStory(1).Then(
            Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.ContactMissed, Step.Contact, Step.Reply, Step.VisitDispleased, Step.Redo, Step.Reply, Step.VisitPleased, Step.Close, Step.Reopen));

        Assert.Equal((0, 1, 0.0), Ratio(Assert.Single(await Groups("")), "response"));
    }

    [Theory]
    [InlineData("?by=unit", "dept.water 3", "merchant.m001 1")]
    [InlineData("?by=unit&kind=lifeService", "merchant.m001 1")]
    [InlineData("?by=unit&category=home", "merchant.m001 1")]
    [InlineData("?by=kind", "efficiency 7", "lifeService 2")]
    [InlineData("?by=category", "home 2", "utilities 4", " 3")]
    [InlineData("?by=category&category=home", "home.lock 1", "home.water 1")]
    [InlineData("?by=category&category=home.water.burst-pipe", "home.water.burst-pipe 1")]
    [InlineData("?by=category&category=-", " 3")]
    [InlineData("?by=day&to=2026-03-31", "2026-03-01 8")]
    [InlineData("?by=week", "2026-02-23 8", "2026-04-06 1")]
    [InlineData("?by=month", "2026-03-01 8", "2026-04-01 1")]
    [InlineData("?by=month&category=home", "2026-03-01 2")]
    [InlineData("?by=kind&from=2026-04-01", "efficiency 1")]
    [InlineData("?by=kind&unit=dept.roads")]
    public async Task Every_group_has_its_cases(string question, params string[] expected) => Assert.Equal(
        expected, (await Groups(question)).Select(group => $"{(group.TryGetProperty("key", out var key) ? key.GetString() : "")} {group.GetProperty("cases")}"));

    [Fact]
    public async Task A_unit_asks_about_itself_only()
    {
        Assert.Equal("dept.water", Assert.Single(await Groups("?by=unit", Callers.WaterOfficer)).GetProperty("key").GetString());
        Assert.Equal(3, Assert.Single(await Groups("", Callers.WaterOfficer)).GetProperty("cases").GetInt64());
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WaterOfficer, "/api/v1/figures?unit=dept.roads"));
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WebChannel, "/api/v1/figures"));
    }

    [Theory]
    [InlineData("?by=nonsense")]
    [InlineData("?from=2026-03-02&to=2026-03-01")]
    [InlineData("/cases?figure=completion")]
    [InlineData("/cases?figure=completion&part=all")]
    [InlineData("/cases?figure=completion&part=numerator&limit=0")]
    public async Task What_cannot_be_understood_is_refused(string question) =>
        Assert.Equal(HttpStatusCode.BadRequest, await insight.Status(Callers.Operator, "/api/v1/figures" + question));

    private static (long, long, double) Ratio(JsonElement group, string figure) => group.GetProperty(figure) is var ratio
        ? (ratio.GetProperty("numerator").GetInt64(), ratio.GetProperty("denominator").GetInt64(), ratio.GetProperty("rate").GetDouble())
        : default;

    private async Task<List<JsonElement>> Groups(string question, Caller? by = null) =>
        [.. (await insight.Get(by ?? Callers.Operator, "/api/v1/figures" + question)).GetProperty("groups").EnumerateArray()];
}
