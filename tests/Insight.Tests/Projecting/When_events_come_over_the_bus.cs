using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Projecting;

[Collection("process")]
public sealed class When_events_come_over_the_bus(InsightProcess insight) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_case_shows_its_last_state()
    {
        var stories = Enumerable.Range(0, 40)
            .Select(i => new CaseStory(i).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact, Step.Reply)).ToList();
        foreach (var story in stories)
            await insight.Ledger.Append(story);

        await Eventually.Holds("all cases wait for their return visit", async () =>
            (await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/to-visit")).Items.Select(item => (item.Number, item.Version))
            .SequenceEqual(stories.Select(story => (story.Number, (int?)7))));
        Assert.Single((await insight.Get<CasePage>(Callers.Operator, $"/api/v1/search?q=漏水&limit=1")).Items);
    }
}
