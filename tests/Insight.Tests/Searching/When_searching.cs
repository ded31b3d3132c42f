using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Searching;

[Collection("process")]
public sealed class When_searching(InsightProcess insight) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("水管", true)]
    [InlineData("管漏水", true)]
    [InlineData("树山路", true)]
    [InlineData("漏", true)]
    [InlineData("桥", true)]
    [InlineData("水管 树山路", true)]
    [InlineData("水路", false)]
    [InlineData("漏电", false)]
    [InlineData("pipe", true)]
    [InlineData("LEAK", true)]
    [InlineData("ｌｅａｋ", true)]
    [InlineData("ipe", false)]
    [InlineData("pipe 水管", true)]
    [InlineData("pipe burst", false)]
    [InlineData("3号楼", true)]
    public async Task Chinese_and_English_are_found_in_title_and_text(string words, bool found)
    {
        var story = new CaseStory(1, title: "水管漏水", text: "树山路3号楼，pipe leaking，在红桥");
        await insight.Apply(story, new CaseStory(2, title: "噪音", text: "夜间施工"));

        Assert.Equal(found ? [story.Number] : [], await Found(Callers.Operator, words));
    }

    [Fact]
    public async Task Units_in_a_dispute_find_the_case_while_it_lasts()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Return, Step.Dispute);
        await insight.Apply(story);
        Assert.Equal([story.Number], (await insight.Get<CasePage>(Callers.WaterOfficer, "/api/v1/search?status=disputed")).Items.Select(item => item.Number));
        Assert.Single((await insight.Get<CasePage>(Callers.RoadsSystem, "/api/v1/search?kind=efficiency")).Items);

        await insight.Apply(story.Then(Step.Dispatch));
        Assert.Empty((await insight.Get<CasePage>(Callers.RoadsSystem, "/api/v1/search?kind=efficiency")).Items);
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_with_and_without_dashes_and_by_its_beginning()
    {
        var story = new CaseStory(1);
        await insight.Apply(story, new CaseStory(40));

        Assert.Equal([story.Number], await Found(Callers.Operator, story.Number));
        Assert.Equal([story.Number], await Found(Callers.Operator, story.Number.Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal([story.Number], await Found(Callers.Operator, story.Number[..10]));
    }

    [Fact]
    public async Task All_cases_of_a_caller_are_found_by_the_phone_number_however_it_is_written()
    {
        var hash = insight.PhoneHashOf("13812348000");
        var first = new CaseStory(1, phoneHash: hash);
        var second = new CaseStory(2, phoneHash: hash);
        await insight.Apply(first, second, new CaseStory(3));

        insight.Ledger.Trail.Clear();
        foreach (var written in new[] { "13812348000", "138 1234 8000", "+86 138-1234-8000", "8613812348000" })
            Assert.Equal([second.Number, first.Number], await Found(Callers.Operator, written));
        Assert.Equal(Enumerable.Repeat(("phoneSearch", (string?)null), 4), insight.Ledger.Trail.Select(entry => (entry.Kind, entry.Note)));
    }

    [Fact]
    public async Task A_sealed_case_is_found_by_number_only_and_then_tells_nothing()
    {
        var hash = insight.PhoneHashOf("13812348000");
        var story = new CaseStory(1, CaseKind.Consultation, title: "我很难过", phoneHash: hash).Then(Step.Accept, Step.Seal);
        await insight.Apply(story);

        Assert.Empty(await Found(Callers.Operator, "难过"));
        Assert.Empty(await Found(Callers.Operator, "13812348000"));
        Assert.Empty(await Found(Callers.Operator, story.Number + "&category=psychology"));
        var byNumber = await insight.Get(Callers.Operator, $"/api/v1/search?q={story.Number}");
        Assert.Equal(["number", "sealed"], byNumber.GetProperty("items")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal([story.Number], await Found(Callers.Supervisor, "难过"));
    }

    [Fact]
    public async Task A_unit_cannot_find_out_by_phone_whose_case_it_is_when_the_citizen_hides_from_it()
    {
        var hash = insight.PhoneHashOf("13812348000");
        Step[] handed = [Step.Accept, Step.Triage, Step.Dispatch];
        var open = new CaseStory(1, phoneHash: hash).Then(handed);
        var hidden = new CaseStory(2, phoneHash: hash, hideIdentity: true).Then(handed);
        await insight.Apply(open, hidden);

        Assert.Equal([open.Number], await Found(Callers.WaterOfficer, "13812348000"));
        Assert.Equal([hidden.Number], await Found(Callers.WaterOfficer, hidden.Number.Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal([hidden.Number, open.Number], await Found(Callers.Operator, "13812348000"));
    }

    [Fact]
    public async Task A_unit_finds_its_own_cases_only()
    {
        var own = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch);
        await insight.Apply(own, new CaseStory(2).Then(Step.Accept));

        Assert.Equal([own.Number], await Found(Callers.WaterOfficer, "漏水"));
        Assert.Empty(await Found(Callers.RoadsSystem, "漏水"));
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WebChannel, "/api/v1/search?q=漏水"));
    }

    [Theory]
    [InlineData("kind=lifeService", new[] { 3 })]
    [InlineData("status=dispatched", new[] { 2 })]
    [InlineData("category=utilities", new[] { 2 })]
    [InlineData("category=util", new int[0])]
    [InlineData("unit=dept.water", new[] { 2 })]
    [InlineData("from=2026-03-02", new[] { 3 })]
    [InlineData("to=2026-03-01", new[] { 2, 1 })]
    [InlineData("from=2026-03-01&to=2026-03-02", new[] { 3, 2, 1 })]
    [InlineData("q=漏水&kind=efficiency&status=received", new[] { 1 })]
    public async Task Filters_narrow_it_by_the_days_of_the_city(string filter, int[] found)
    {
        // Half past midnight of 2 March in the city is still 1 March in Greenwich.
        var stories = new Dictionary<int, CaseStory>
        {
            [1] = new(1),
            [2] = new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Dispatch),
            [3] = new(3, CaseKind.LifeService, at: new DateTimeOffset(2026, 3, 1, 16, 30, 0, TimeSpan.Zero)),
        };
        await insight.Apply(stories.Values);

        var page = await insight.Get<CasePage>(Callers.Operator, $"/api/v1/search?{filter}");
        Assert.Equal(found.Select(key => stories[key].Number), page.Items.Select(item => item.Number));
    }

    [Fact]
    public async Task Pages_of_a_search_follow_each_other()
    {
        var stories = Enumerable.Range(0, 11).Select(i => new CaseStory(i)).ToList();
        await insight.Apply(stories);

        var first = await insight.Get<CasePage>(Callers.Operator, "/api/v1/search?q=漏水&limit=6");
        var second = await insight.Get<CasePage>(Callers.Operator, $"/api/v1/search?q=漏水&limit=6&cursor={first.Cursor}");

        Assert.Null(second.Cursor);
        Assert.Equal(Enumerable.Reverse(stories).Select(story => story.Number), first.Items.Concat(second.Items).Select(item => item.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=，。!")]
    [InlineData("?kind=nonsense")]
    [InlineData("?unit=nonsense")]
    public async Task Nothing_to_search_for_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, await insight.Status(Callers.Operator, "/api/v1/search" + query));

    private async Task<IEnumerable<string>> Found(Caller by, string words) =>
        (await insight.Get<CasePage>(by, $"/api/v1/search?q={words.Replace("+", "%2B", StringComparison.Ordinal)}")).Items.Select(item => item.Number);
}
