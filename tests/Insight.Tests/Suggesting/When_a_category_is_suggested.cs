using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Insight.Suggesting;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Suggesting;

[Collection("process")]
public sealed class When_a_category_is_suggested(InsightProcess insight) : IAsyncLifetime
{
    private const string Water = "utilities.water.main-burst", Noise = "environment.noise.construction";

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Decided_cases_vote_with_their_words_and_numbers()
    {
        var burst = Enumerable.Range(1, 3).Select(serial => Decided(serial, "路面冒水", "滨江路水管爆裂,路面冒水,请抢修。", Water)).ToList();
        var noise = Decided(9, "工地噪音", "工地夜间施工,水管边上也在挖,吵得睡不着。", Noise);
        await insight.Apply([.. burst, noise]);

        var answer = await Suggest(Callers.Operator, new { text = "小区门口路面冒水,水管爆裂" });
        var best = answer.Categories[0];
        Assert.Equal((Water, 3), (best.Code, best.Cases));
        Assert.InRange(best.Share, 0.7, 1);
        Assert.Equal(burst.Select(one => one.Number).Order(), best.Numbers!.Order());
        Assert.Contains("路面冒水", best.Words);
        Assert.StartsWith($"3 件已定类别的诉求,如 {best.Numbers![0]}:", best.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_learn_the_words_and_no_numbers()
    {
        await insight.Apply(Decided(1, "Burst water main", "The water main burst, the street is flooded.", Water));

        using var response = await insight.Send(HttpMethod.Post, Callers.WebChannel, "/api/v1/suggestions/category", new { title = "Street flooded, water main" });
        var best = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("categories")[0];
        Assert.Equal(Water, best.GetProperty("code").GetString());
        Assert.False(best.TryGetProperty("numbers", out _));
        Assert.DoesNotContain("260301", best.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_undecided_nor_sealed_nor_withdrawn_cases_vote()
    {
        await insight.Apply(
            Asked(1), Asked(2).Then(Step.Accept), Asked(3).Then(Step.Accept, Step.Seal), Asked(4).Then(Step.Accept, Step.Withdraw), Asked(5).Then(Step.Decline));

        Assert.Empty((await Suggest(Callers.Operator, new { text = "滨江路水管爆裂,路面冒水" })).Categories);
    }

    [Fact]
    public async Task What_is_wrong_with_the_question_is_named()
    {
        using var nothing = await insight.Send(HttpMethod.Post, Callers.Operator, "/api/v1/suggestions/category", new { title = " " });
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Contains("\"text\"", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var endless = await insight.Send(HttpMethod.Post, Callers.Operator, "/api/v1/suggestions/category", new { title = new string('水', 201), text = "水" });
        Assert.Contains("\"title\"", await endless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var officer = await insight.Send(HttpMethod.Post, Callers.WaterOfficer, "/api/v1/suggestions/category", new { text = "水" });
        Assert.Equal(HttpStatusCode.Forbidden, officer.StatusCode);
    }

    private static CaseStory Asked(int serial) => new(serial, title: "路面冒水", text: "滨江路水管爆裂,路面冒水,请抢修。", category: Water);

    private static CaseStory Decided(int serial, string title, string text, string category) =>
        new CaseStory(serial, title: title, text: text, category: category).Then(Step.Accept, Step.Dispatch, Step.Sign);

    private async Task<CategorySuggestions> Suggest(Caller by, object asked)
    {
        using var response = await insight.Send(HttpMethod.Post, by, "/api/v1/suggestions/category", asked);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<CategorySuggestions>(CaseJson.Options))!;
    }
}
