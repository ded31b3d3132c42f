using FsCheck.Xunit;
using Hotline.Contracts.Cases;
using Hotline.Insight.Figuring;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Figuring;

[Collection("process")]
public sealed class When_a_figure_is_opened(InsightProcess insight)
{
    private static readonly string?[] Categories = [null, "home.water.burst-pipe", "home.lock.open", "utilities.power.outage"];

    private static readonly string[] Questions =
        ["", "?by=unit", "?by=category", "?by=category&category=home", "?by=kind", "?by=day", "?by=week", "?by=month&kind=efficiency", "?by=day&unit=dept.water&category=utilities"];

    [Property(MaxTest = 12)]
    public async Task It_has_exactly_its_cases(Step[][] steps, int seed)
    {
        await insight.Empty();
        var random = new Random(seed);
        await insight.Apply(steps.Take(12).Select((some, i) =>
            new CaseStory(random.Next(24 * 40), (CaseKind)(i % 3), category: Categories[i % 4]).Then([Step.Accept, .. some])));
        foreach (var question in Questions)
        {
            foreach (var group in (await insight.Get<FigureBreakdown>(Callers.Auditor, "/api/v1/figures" + question)).Groups)
                await Compare(group);
        }
    }

    [Fact]
    public async Task Its_pages_show_every_case_once_and_say_what_is_sealed()
    {
        await insight.Empty();
        var stories = Enumerable.Range(0, 7).Select(i => new CaseStory(i).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact)).ToList();
        await insight.Apply([.. stories, new CaseStory(8).Then(Step.Accept, Step.Seal, Step.Contact)]);
        const string Opened = "/api/v1/figures/cases?figure=response&part=numerator&limit=3";
        var seen = new List<string>();
        for (var page = await Page(Opened); ; page = await Page($"{Opened}&cursor={page.Cursor}"))
        {
            Assert.Equal((8, 1), (page.Count, page.Hidden));
            seen.AddRange(page.Items.Select(item => item.Number));
            if (page.Cursor is null)
                break;
        }
        Assert.Equal(stories.Select(story => story.Number).Reverse(), seen);

        var supervised = await insight.Get<FigureCasePage>(Callers.Supervisor, "/api/v1/figures/cases?figure=response&part=numerator");
        Assert.Equal((8, 0, 8), (supervised.Count, supervised.Hidden, supervised.Items.Count));
    }

    [Fact]
    public async Task A_unit_opens_its_own_figures()
    {
        await insight.Empty();
        await insight.Apply(new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed), new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Assist, Step.HandleMissed));

        var own = await insight.Get<FigureCasePage>(Callers.WaterOfficer, "/api/v1/figures/cases?figure=completion&part=denominator");
        Assert.Equal("dept.water", Assert.Single(own.Items).Lead.ToString());
        Assert.Equal(1, own.Count);
    }

    [Fact]
    public async Task A_case_returned_in_time_counts_against_nobody()
    {
        await insight.Empty();
        await insight.Apply(new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.ContactMissed, Step.HandleMissed, Step.Return));

        Assert.Empty((await insight.Get<FigureBreakdown>(Callers.Auditor, "/api/v1/figures?by=unit")).Groups);
        Assert.Equal(0, Assert.Single((await insight.Get<FigureBreakdown>(Callers.Auditor, "/api/v1/figures")).Groups).Completion.Denominator);
    }

    [Fact]
    public async Task A_unit_that_lost_a_sealed_case_counts_it_and_does_not_see_it()
    {
        await insight.Empty();
        await insight.Apply(new CaseStory(1).Then(Step.Accept, Step.Seal, Step.Dispatch, Step.HandleMissed, Step.TakeBack));

        var lost = await insight.Get<FigureCasePage>(Callers.WaterOfficer, "/api/v1/figures/cases?figure=completion&part=denominator&unit=dept.water");

        Assert.Equal((1, 1, 0), (lost.Count, lost.Hidden, lost.Items.Count));
    }

    private async Task Compare(FigureGroup group)
    {
        foreach (var ratio in new[] { group.Completion, group.Satisfaction, group.Response, group.Solution })
        {
            await Compare(ratio.Opens + "&part=numerator", ratio.Numerator);
            await Compare(ratio.Opens + "&part=denominator", ratio.Denominator);
        }
        await Compare(group.Excluded.Opens, group.Excluded.Total);
        foreach (var (cause, cases) in group.Excluded.ByCause)
            await Compare($"{group.Excluded.Opens}&cause={cause}", cases);
    }

    private async Task Compare(string opens, long expected)
    {
        var opened = await Page(opens + "&limit=200");
        Assert.Equal(expected, opened.Count);
        // Of visits a case may hold several.
        Assert.InRange(opened.Items.Count, expected > opened.Hidden ? 1 : 0, expected - opened.Hidden);
        if (!opens.Contains("figure=satisfaction", StringComparison.Ordinal) && !opens.Contains("figure=solution", StringComparison.Ordinal))
            Assert.Equal(expected, opened.Items.Count + opened.Hidden);
    }

    private Task<FigureCasePage> Page(string path) => insight.Get<FigureCasePage>(Callers.Auditor, path);
}
