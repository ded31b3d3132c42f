using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Calling;

public class When_listing_visits
{
    private static readonly UnitRef Water = DemoCity.City.Departments.All[0].Unit;

    [Fact]
    public async Task The_first_due_comes_first_and_pages_leave_nothing_out()
    {
        await using var bench = await Bench.Open();
        var stories = Enumerable.Range(0, 7).Select(i => Replied(Bench.Monday.AddDays(7 * (7 - i)))).ToList();
        foreach (var story in stories)
            await bench.Happened(story);

        var numbers = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = await bench.Read($"/api/v1/visits?state=open&limit=3{(next.Length == 0 ? "" : $"&cursor={next}")}");
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()!));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }

        Assert.Equal(stories.AsEnumerable().Reverse().Select(story => story.Case.Number), numbers);
    }

    [Fact]
    public async Task A_visit_says_whom_it_is_about_and_where_to_record_it()
    {
        await using var bench = await Bench.Open();
        var story = Replied(Bench.Monday);
        await bench.Happened(story);
        bench.Time.Advance(TimeSpan.FromDays(30));

        var item = (await bench.Read("/api/v1/visits")).GetProperty("items")[0];

        Assert.Equal(Water.ToString(), item.GetProperty("unit").GetString());
        Assert.Equal($"/api/v1/cases/{story.Case.Number}/visit", item.GetProperty("links").GetProperty("record").GetString());
        Assert.True(item.GetProperty("late").GetBoolean());
    }

    [Fact]
    public async Task A_sealed_case_shows_its_number_only()
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday, CaseKind.Consultation).With(one => one with { Sealed = true }).Received().Accepted().Replied();
        await bench.Happened(story);

        var item = (await bench.Read("/api/v1/visits")).GetProperty("items")[0];

        Assert.True(item.GetProperty("sealed").GetBoolean());
        Assert.False(item.TryGetProperty("title", out _));
        Assert.Equal(0, await bench.Value<long>("select count(title) from feedback.visit"));
    }

    [Fact]
    public async Task What_is_done_moves_to_the_other_list()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied(Bench.Monday).Visited().Closed());

        Assert.Equal(0, (await bench.Read("/api/v1/visits?state=open")).GetProperty("items").GetArrayLength());
        Assert.Equal("solved", (await bench.Read("/api/v1/visits?state=done")).GetProperty("items")[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_redo_is_listed_until_and_after_it_is_answered()
    {
        await using var bench = await Bench.Open();
        var story = Replied(Bench.Monday).Visited(Satisfaction.Dissatisfied, unitAtFault: true).RedoOrdered();
        await bench.Happened(story);
        var open = (await bench.Read("/api/v1/visits/redos")).GetProperty("items")[0];
        await bench.Happened(story.Replied());
        var answered = (await bench.Read("/api/v1/visits/redos")).GetProperty("items")[0];

        Assert.Equal(Water.ToString(), open.GetProperty("unit").GetString());
        Assert.False(open.TryGetProperty("answeredAt", out _));
        Assert.Equal(story.Last.At, answered.GetProperty("answeredAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("/api/v1/visits?state=perhaps", "visit-state-unknown")]
    [InlineData("/api/v1/visits?limit=0", "page-limit-out-of-range")]
    [InlineData("/api/v1/visits?limit=201", "page-limit-out-of-range")]
    [InlineData("/api/v1/visits?cursor=nonsense", "cursor-invalid")]
    [InlineData("/api/v1/visits?cursor=%F0%9F%93%9E", "cursor-invalid")]
    public async Task A_wrong_wish_is_explained(string path, string code)
    {
        await using var bench = await Bench.Open();

        using var response = await bench.Get(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_for_staff()
    {
        await using var bench = await Bench.Open();

        using var response = await bench.Get("/api/v1/visits", Role.Department, Water);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static CaseStory Replied(DateTimeOffset start) => new CaseStory(start).Received().Accepted().Dispatched(Water).Signed().Replied();
}
