using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Listing;

[Collection("process")]
public sealed class When_filtering_a_worklist(InsightProcess insight) : IAsyncLifetime
{
    private readonly CaseStory
        _water = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch),
        _roads = new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Assist),
        _question = new(40, CaseKind.Consultation, category: "policy.residence.id-card"),
        _sealed = new CaseStory(41, CaseKind.Consultation).Then(Step.Accept, Step.Seal);

    public async ValueTask InitializeAsync()
    {
        await insight.Empty();
        await insight.Apply(_water, _roads, _question, _sealed);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("kind=consultation", "question")]
    [InlineData("kind=efficiency", "water roads")]
    [InlineData("kind=efficiency&type=inquiry", "")]
    [InlineData("type=complaint", "water roads question")]
    [InlineData("urgency=pressing", "water roads")]
    [InlineData("category=utilities", "water roads")]
    [InlineData("category=utilities.water", "water roads")]
    [InlineData("category=util", "")]
    [InlineData("unit=dept.water", "water roads")]
    [InlineData("unit=dept.roads", "roads")]
    [InlineData("channel=phone&kind=consultation", "question")]
    [InlineData("area=jiangbei", "")]
    [InlineData("receivedTo=2026-03-01", "water roads")]
    [InlineData("receivedFrom=2026-03-02", "question sealed")]
    [InlineData("receivedFrom=2026-03-01&receivedTo=2026-03-01&unit=dept.roads", "roads")]
    public async Task Only_what_fits_all_of_it_is_there(string filter, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), (await Found(Callers.Operator, "open?" + filter)).Order());

    [Fact]
    public async Task A_sealed_case_is_found_by_no_filter_that_tells_what_it_is_about()
    {
        Assert.Contains("sealed", await Found(Callers.Operator, "open"));
        Assert.DoesNotContain("sealed", await Found(Callers.Operator, "open?category=psychology"));
        Assert.Equal(["sealed"], await Found(Callers.Supervisor, "open?category=psychology"));
    }

    [Fact]
    public async Task Pages_of_a_filtered_list_follow_each_other()
    {
        var first = await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/open?kind=efficiency&limit=1");
        var second = await insight.Get<CasePage>(Callers.Operator, $"/api/v1/worklists/open?kind=efficiency&limit=1&cursor={first.Cursor}");

        Assert.Equal([_water.Number, _roads.Number], first.Items.Concat(second.Items).Select(item => item.Number));
        Assert.Null(second.Cursor);
    }

    [Theory]
    [InlineData("open?kind=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("open?unit=water", HttpStatusCode.BadRequest)]
    [InlineData("open?receivedFrom=2026-03-02&receivedTo=2026-03-01", HttpStatusCode.BadRequest)]
    [InlineData("open?filter=never-saved", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_understood_is_refused(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, await insight.Status(Callers.Operator, $"/api/v1/worklists/{path}"));

    private async Task<IEnumerable<string>> Found(Caller by, string path)
    {
        var names = new Dictionary<string, string>
        {
            [_water.Number] = "water", [_roads.Number] = "roads", [_question.Number] = "question", [_sealed.Number] = "sealed",
        };
        return (await insight.Get<CasePage>(by, $"/api/v1/worklists/{path}")).Items.Select(item => names[item.Number]);
    }
}
