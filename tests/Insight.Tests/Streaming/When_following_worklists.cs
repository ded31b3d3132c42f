using System.Net;
using System.Text.Json;
using Hotline.Insight.Listing;
using Hotline.Insight.Rows;
using Hotline.Insight.Streaming;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Streaming;

[Collection("process")]
public sealed class When_following_worklists(InsightProcess insight) : IAsyncLifetime
{
    private static readonly Step[] WithWater = [Step.Accept, Step.Triage, Step.Dispatch];

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_counts_come_at_once_and_again_when_they_change()
    {
        await insight.Apply(new CaseStory(1));
        await using var listener = await insight.Follow(Callers.Operator);
        var first = await listener.Next();
        Assert.Equal(("counts", 1), (first!.Value.EventType, On("to-screen", JsonSerializer.Deserialize<WorklistCounts>(first.Value.Data, JsonSerializerOptions.Web)!)));

        await insight.Apply(new CaseStory(2));
        await listener.Hears<WorklistCounts>("counts", counts => On("to-screen", counts) == 2);
    }

    [Fact]
    public async Task A_case_is_told_with_the_lists_it_lies_on_as_it_comes_and_goes()
    {
        await using var listener = await insight.Follow(Callers.Operator);
        var story = new CaseStory(1);
        await insight.Apply(story);
        var came = await listener.Hears<CaseMoved>("case", moved => moved.Number == story.Number);
        Assert.Equal(["to-screen", "open"], came.Lists);
        Assert.Equal((1, false), (came.Version, came.Sealed));

        await insight.Apply(story.Then(Step.Accept));
        Assert.Equal(["to-triage", "open", "mine"], (await listener.Hears<CaseMoved>("case", moved => moved.Version == 2)).Lists);
        await insight.Apply(story.Then(Step.Triage, Step.Dispatch, Step.HandleMissed));
        var late = await listener.Hears<CaseMoved>("case", moved => moved.Version == 5);
        Assert.Equal(["to-sign", "overdue", "open", "mine"], late.Lists);
        Assert.NotNull(late.DueAt);
        await insight.Apply(story.Then(Step.Withdraw));
        Assert.Empty((await listener.Hears<CaseMoved>("case", moved => moved.Version == 6)).Lists);
    }

    [Fact]
    public async Task What_the_event_says_is_what_the_lists_hold()
    {
        await using var listener = await insight.Follow(Callers.Operator);
        var random = new Random(11);
        var steps = Enum.GetValues<Step>().Except([Step.Seal]).ToArray();
        var stories = Enumerable.Range(0, 20).Select(i => new CaseStory(i).Then([Step.Accept, .. random.GetItems(steps, 8)])).ToList();
        await insight.Apply(stories);
        var told = new Dictionary<string, CaseMoved>();
        while (told.Count < stories.Count)
        {
            var moved = await listener.Hears<CaseMoved>("case", _ => true);
            told[moved.Number] = moved;
        }

        foreach (var list in Worklist.All)
        {
            var held = await insight.Get<CasePage>(Callers.Operator, $"/api/v1/worklists/{list.Name}");
            Assert.Equal(held.Items.Select(item => item.Number).Order(), told.Values.Where(moved => moved.Lists.Contains(list.Name)).Select(moved => moved.Number).Order());
        }
    }

    [Fact]
    public async Task A_unit_hears_of_its_own_cases_and_that_one_has_left_it()
    {
        await using var water = await insight.Follow(Callers.WaterOfficer);
        var (others, own) = (new CaseStory(1).Then(Step.Accept), new CaseStory(2).Then(WithWater));
        await insight.Apply(others, own);
        var heard = await water.Hears<CaseMoved>("case", _ => true);
        Assert.Equal(own.Number, heard.Number);
        Assert.Equal(["to-sign", "open", "mine"], heard.Lists);

        await insight.Apply(others.Then(Step.Triage), own.Then(Step.Return));
        var left = await water.Hears<CaseMoved>("case", _ => true);
        Assert.Equal((own.Number, null), (left.Number, left.Version));
        Assert.Empty(left.Lists);
        await water.Hears<WorklistCounts>("counts", counts => On("mine", counts) == 0);
    }

    [Fact]
    public async Task Of_a_sealed_case_nothing_is_told_but_its_number_and_lists()
    {
        await using var listener = await insight.Follow(Callers.Operator);
        await using var supervisor = await insight.Follow(Callers.Supervisor);
        var story = new CaseStory(1).Then(Step.Accept, Step.Seal, Step.HandleNear);
        await insight.Apply(story);

        var masked = await listener.Hears<JsonElement>("case", _ => true);
        Assert.Equal(["number", "sealed", "lists"], masked.EnumerateObject().Select(member => member.Name));
        var full = await supervisor.Hears<CaseMoved>("case", _ => true);
        Assert.Equal((true, 4), (full.Sealed, full.Version));
        Assert.NotNull(full.DueAt);
    }

    [Fact]
    public async Task Whoever_comes_again_is_told_to_read_anew()
    {
        await using var listener = await insight.Follow(Callers.Operator, lastEventId: "7");
        Assert.Equal("reset", (await listener.Next())!.Value.EventType);
        Assert.Equal("counts", (await listener.Next())!.Value.EventType);
    }

    [Fact]
    public async Task It_ends_with_the_token()
    {
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(2);
        await using var listener = await insight.Follow(Callers.Operator with { Until = soon });
        var heard = new List<string>();
        while (await listener.Next() is { } item)
            heard.Add(item.EventType);
        Assert.Equal("expired", heard[^1]);
    }

    [Fact]
    public async Task A_person_has_a_few_streams_and_no_more()
    {
        var many = Callers.Operator with { Subject = "many" };
        var open = new List<Listener>();
        for (var i = 0; i < Watchers.MostPerPerson; i++)
            open.Add(await insight.Follow(many));
        Assert.Equal(HttpStatusCode.TooManyRequests, await insight.Status(many, "/api/v1/worklists/stream"));

        await open[0].DisposeAsync();
        await Eventually.Holds("the closed one has made room", async () =>
        {
            using var answer = await insight.Send(HttpMethod.Get, many with { Until = TimeProvider.System.GetUtcNow() }, "/api/v1/worklists/stream");
            return answer.StatusCode == HttpStatusCode.OK;
        });
        foreach (var listener in open.Skip(1))
            await listener.DisposeAsync();
    }

    [Fact]
    public async Task Only_those_who_have_lists_may_follow_them() =>
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WebChannel, "/api/v1/worklists/stream"));

    private static long On(string list, WorklistCounts counts) => counts.Lists.Single(count => count.Name == list).Cases;
}
