using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.TestKit.Stories;
using static Hotline.Feedback.Tests.Answering.Citizen;

namespace Hotline.Feedback.Tests.Answering;

public class When_the_page_behind_a_link_is_used
{
    private static readonly UnitRef Water = UnitRef.Department("water");

    private static CaseStory Replied => new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Replied();

    [Fact]
    public async Task It_asks_in_the_readers_language_and_needs_no_script()
    {
        await using var bench = await Bench.Open();
        var story = Replied;
        var link = await Link(bench, story);

        var (status, page) = await Look(bench, link.Token);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All([story.Case.Number, "Was it solved?", "It took too long", "name=\"code\""], word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("问题解决了吗", WebUtility.HtmlDecode((await Look(bench, link.Token, "zh-CN")).Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_filled_in_is_what_the_case_hears()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);

        var (status, page) = await Send(bench, link.Token, ("solved", "false"), ("satisfied", "dissatisfied"), ("reason", "slow"), ("comment", "等了<b>两周"), ("code", link.Code));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Thank you", page, StringComparison.Ordinal);
        var act = Assert.IsType<VisitCase>(Assert.Single(bench.Cases.Asked));
        Assert.Equal((new VisitAnswers(true, false, Satisfaction.Dissatisfied), "slow", VisitWay.Link, "等了<b>两周"), (act.Answers, act.Reason, act.Via, act.Comment));
        Assert.Equal(HttpStatusCode.Gone, (await Look(bench, link.Token)).Status);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_told_and_nothing_that_was_written_is_lost()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);

        var (status, page) = await Send(bench, link.Token, ("solved", "false"), ("satisfied", "dissatisfied"), ("comment", "<script>x"), ("code", link.Code));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("&lt;script&gt;x", page, StringComparison.Ordinal);
        Assert.Contains("Why not", page, StringComparison.Ordinal);

        (status, page) = await Send(bench, link.Token, ("solved", "true"), ("satisfied", "satisfied"), ("code", Wrong(link.Code)));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Matches("value=\"satisfied\" required checked", page);
        Assert.Empty(bench.Cases.Asked);
    }

    [Fact]
    public async Task A_closed_case_is_opened_again_with_a_reason()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied.Visited().Closed());

        Assert.Contains("name=\"reason\"", (await Look(bench, link.Token)).Page, StringComparison.Ordinal);
        await Send(bench, link.Token, ("reason", "水又黄了"), ("code", link.Code));

        Assert.Equal("水又黄了", Assert.IsType<ReopenCase>(Assert.Single(bench.Cases.Asked)).Reason);
    }

    [Fact]
    public async Task An_unknown_link_says_so()
    {
        await using var bench = await Bench.Open();
        Assert.Equal(HttpStatusCode.NotFound, (await Look(bench, "no-such-link")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Page)> Look(Bench bench, string token, string language = "en")
    {
        using var client = bench.Nobody(language);
        using var response = await client.GetAsync(new Uri($"/visit/{token}", UriKind.Relative));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, string Page)> Send(Bench bench, string token, params (string Key, string Value)[] fields)
    {
        using var client = bench.Nobody();
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
        using var response = await client.PostAsync(new Uri($"/visit/{token}", UriKind.Relative), form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
