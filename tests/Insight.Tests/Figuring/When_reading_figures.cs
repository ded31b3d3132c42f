using System.Net;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Figuring;

[Collection("process")]
public sealed class When_reading_figures(InsightProcess insight) : IAsyncLifetime
{
    private static readonly Step[] Answered = [Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact, Step.Reply];

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_cases_there_are_no_rates()
    {
        var headline = await Headline();

        Assert.Equal(0, headline.GetProperty("cases").GetProperty("total").GetInt64());
        Assert.Equal(JsonValueKind.Null, headline.GetProperty("completionRate").ValueKind);
        Assert.Equal(JsonValueKind.Null, headline.GetProperty("satisfactionRate").ValueKind);
    }

    [Fact]
    public async Task The_headline_follows_the_public_definitions()
    {
        await insight.Apply(
            new CaseStory(1).Then([.. Answered, Step.VisitPleased, Step.Close]),
            new CaseStory(2).Then([.. Answered, Step.VisitDispleased, Step.Close]),
            // An unanswered visit counts for neither satisfied nor not.
            new CaseStory(3, CaseKind.Consultation).Then([.. Answered, Step.VisitUnanswered, Step.Close]),
            // Due: open, its time has passed.
            new CaseStory(4, CaseKind.LifeService).Then(Step.Accept, Step.Offer, Step.OfferTaken, Step.HandleMissed),
            // Neither due nor closed.
            new CaseStory(5).Then(Step.Accept),
            // Excluded.
            new CaseStory(6).Then(Step.Decline),
            new CaseStory(7).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed, Step.Withdraw));

        var headline = await Headline();

        var cases = headline.GetProperty("cases");
        Assert.Equal((7, 1, 1, 5), (Long(cases, "total"), Long(cases, "lifeService"), Long(cases, "consultation"), Long(cases, "efficiency")));
        Assert.Equal((3, 1, 2), (Long(headline, "closed"), Long(headline, "due"), Long(headline, "excluded")));
        Assert.Equal(3 / 4.0, headline.GetProperty("completionRate").GetDouble());
        Assert.Equal(1 / 2.0, headline.GetProperty("satisfactionRate").GetDouble());
        Assert.Equal(1 / 2.0, headline.GetProperty("solutionRate").GetDouble());
        Assert.Equal(1.0, headline.GetProperty("responseRate").GetDouble());
    }

    [Fact]
    public async Task A_cluster_counts_once()
    {
        var lead = new CaseStory(1).Then([.. Answered, Step.VisitPleased, Step.Close]);
        var waiting = new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed, Step.Merge);
        var visited = new CaseStory(3).Then(Step.Accept, Step.Triage, Step.Merge, Step.Reply, Step.VisitDispleased);
        await insight.Apply(lead, waiting, visited);

        var headline = await Headline();
        Assert.Equal((3, 2, 1, 0), (Long(headline.GetProperty("cases"), "total"), Long(headline, "excluded"), Long(headline, "closed"), Long(headline, "due")));
        Assert.Equal(1.0, headline.GetProperty("satisfactionRate").GetDouble());
        await insight.Apply(waiting.Then(Step.Unmerge));
        Assert.Equal(1, Long(await Headline(), "excluded"));
    }

    [Fact]
    public async Task A_case_opened_again_is_no_longer_closed()
    {
        var story = new CaseStory(1).Then([.. Answered, Step.Close]);
        await insight.Apply(story);
        Assert.Equal(1, Long(await Headline(), "closed"));

        await insight.Apply(story.Then(Step.Reopen));
        Assert.Equal(0, Long(await Headline(), "closed"));
    }

    [Fact]
    public async Task A_period_takes_the_cases_received_in_it_by_the_days_of_the_city()
    {
        await insight.Apply(new CaseStory(1), new CaseStory(2, at: new DateTimeOffset(2026, 3, 1, 16, 30, 0, TimeSpan.Zero)));

        Assert.Equal(1, Long((await Headline("?to=2026-03-01")).GetProperty("cases"), "total"));
        Assert.Equal(1, Long((await Headline("?from=2026-03-02&to=2026-03-02")).GetProperty("cases"), "total"));
        Assert.Equal(2, Long((await Headline("?from=2026-03-01")).GetProperty("cases"), "total"));
    }

    [Fact]
    public async Task A_unit_answers_for_the_cases_it_leads_not_for_those_it_returned_or_assists()
    {
        await insight.Apply(
            new CaseStory(1).Then([.. Answered, Step.VisitPleased, Step.Close]),
            new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed, Step.Return),
            new CaseStory(3).Then(Step.Accept, Step.Triage, Step.Assist, Step.ContactMissed, Step.HandleMissed));

        var units = (await insight.Get(Callers.Auditor, "/api/v1/figures/units")).GetProperty("units").EnumerateArray()
            .ToDictionary(unit => unit.GetProperty("unit").GetString()!);

        Assert.Equal(["dept.roads", "dept.water"], units.Keys.Order());
        Assert.Equal((1, 1, 0), (Long(units["dept.water"], "cases"), Long(units["dept.water"], "closed"), Long(units["dept.water"], "due")));
        Assert.Equal((1, 0, 1), (Long(units["dept.roads"], "cases"), Long(units["dept.roads"], "closed"), Long(units["dept.roads"], "due")));
        Assert.Equal(0.0, units["dept.roads"].GetProperty("responseRate").GetDouble());
    }

    [Fact]
    public async Task A_unit_reads_its_own_figures_only()
    {
        await insight.Apply(new CaseStory(1).Then(Answered), new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Assist));

        var units = (await insight.Get(Callers.WaterOfficer, "/api/v1/figures/units")).GetProperty("units");
        Assert.Equal("dept.water", Assert.Single(units.EnumerateArray()).GetProperty("unit").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WebChannel, "/api/v1/figures/units"));
    }

    [Fact]
    public async Task Any_authenticated_caller_reads_the_headline()
    {
        Assert.Equal(HttpStatusCode.OK, await insight.Status(Callers.WebChannel, "/api/v1/figures/headline"));
        Assert.Equal(HttpStatusCode.Unauthorized, await insight.Status(null, "/api/v1/figures/headline"));
    }

    private Task<JsonElement> Headline(string query = "") => insight.Get(Callers.WebChannel, "/api/v1/figures/headline" + query);

    private static long Long(JsonElement element, string name) => element.GetProperty(name).GetInt64();
}
