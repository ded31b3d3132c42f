using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Hotline.Insight.Saving;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Saving;

[Collection("process")]
public sealed class When_saving_a_filter(InsightProcess insight) : IAsyncLifetime
{
    private const string Filters = "/api/v1/worklists/filters";

    private static readonly object Water = new { list = "open", filter = new { category = "utilities.water", kind = "efficiency" } };

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_narrows_a_list_by_its_name_until_it_is_deleted()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch);
        await insight.Apply(story, new CaseStory(2), new CaseStory(3).Then(Step.Accept, Step.Triage));
        Assert.Equal(HttpStatusCode.Created, await Put("用水 & co", Water));

        Assert.Equal(2, (await Page("open?filter=" + Uri.EscapeDataString("用水 & co"))).Items.Count);
        Assert.Equal(story.Number, Assert.Single((await Page("to-sign?filter=" + Uri.EscapeDataString("用水 & co"))).Items).Number);
        Assert.Single((await Page("open?unit=dept.water&filter=" + Uri.EscapeDataString("用水 & co"))).Items);

        using var deleted = await insight.Send(HttpMethod.Delete, Callers.Operator, $"{Filters}/{Uri.EscapeDataString("用水 & co")}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await insight.Status(Callers.Operator, $"{Filters}/{Uri.EscapeDataString("用水 & co")}"));
    }

    [Fact]
    public async Task What_is_asked_beside_it_counts_more()
    {
        await insight.Apply(new CaseStory(1).Then(Step.Accept, Step.Triage), new CaseStory(2, CaseKind.Consultation, category: "utilities.water"));
        await Put("water", Water);

        Assert.Equal(CaseKind.Consultation, Assert.Single((await Page("open?filter=water&kind=consultation")).Items).Kind);
    }

    [Fact]
    public async Task The_same_name_again_takes_its_place()
    {
        await Put("a", Water);
        Assert.Equal(HttpStatusCode.OK, await Put("a", new { list = "to-sign", filter = new { area = "jiangbei" } }));

        var only = Assert.Single((await insight.Get<SavedFilterList>(Callers.Operator, Filters)).Filters);
        Assert.Equal(("a", "to-sign", new CaseFilter { Area = "jiangbei" }), (only.Name, only.List, only.Filter));
        Assert.Equal(only, await insight.Get<SavedFilter>(Callers.Operator, Filters + "/a"));
    }

    [Fact]
    public async Task Everybody_has_only_the_own_ones()
    {
        await Put("a", Water);
        Assert.Empty((await insight.Get<SavedFilterList>(Callers.Supervisor, Filters)).Filters);
        Assert.Equal(HttpStatusCode.NotFound, await insight.Status(Callers.Supervisor, "/api/v1/worklists/open?filter=a"));
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WebChannel, Filters));
    }

    [Fact]
    public async Task A_person_has_at_most_fifty_even_when_saving_many_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Put($"f{i}", Water)));

        Assert.Equal(50, answers.Count(answer => answer == HttpStatusCode.Created));
        Assert.Equal(10, answers.Count(answer => answer == HttpStatusCode.Conflict));
        var saved = (await insight.Get<SavedFilterList>(Callers.Operator, Filters)).Filters;
        Assert.Equal(50, saved.Count);
        Assert.Equal(HttpStatusCode.OK, await Put(saved[0].Name, Water));
    }

    [Fact]
    public async Task Every_wrong_field_is_named()
    {
        using var refused = await insight.Send(HttpMethod.Put, Callers.Operator, Filters + "/" + new string('a', 61), new
        {
            list = "no-such-list",
            filter = new { category = "nonsense", area = "nowhere", receivedFrom = "2026-03-02", receivedTo = "2026-03-01" },
        });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal(["filter.area", "filter.category", "filter.receivedTo", "list", "name"], errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_filter_that_asks_for_nothing_is_none()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await Put("a", new { list = "open", filter = new { } }));
        Assert.Equal(HttpStatusCode.BadRequest, await Put("a", new { filter = new { area = "jiangbei" } }));
        Assert.Equal(HttpStatusCode.BadRequest, await Put("a", new { list = "open", filter = new { kind = "nonsense" } }));
    }

    private Task<CasePage> Page(string path) => insight.Get<CasePage>(Callers.Operator, $"/api/v1/worklists/{path}");

    private async Task<HttpStatusCode> Put(string name, object body)
    {
        using var answer = await insight.Send(HttpMethod.Put, Callers.Operator, $"{Filters}/{Uri.EscapeDataString(name)}", body);
        return answer.StatusCode;
    }
}
