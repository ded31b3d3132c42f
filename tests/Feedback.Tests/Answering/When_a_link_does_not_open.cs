using System.Net;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Feedback.Tests.Telling;
using Hotline.TestKit.Stories;
using static Hotline.Feedback.Tests.Answering.Citizen;

namespace Hotline.Feedback.Tests.Answering;

public class When_a_link_does_not_open
{
    private static readonly int CodeTries = DemoCity.City.Visits.Link.CodeTries;

    private static CaseStory Replied => new CaseStory(Bench.Monday).Received().Accepted().Dispatched(UnitRef.Department("water")).Signed().Replied();

    [Fact]
    public async Task It_can_be_used_once()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);

        await Answer(bench, link, Satisfied(link.Code));

        Assert.Equal((HttpStatusCode.Gone, "visit-link-used"), await Refused(Answer(bench, link, Satisfied(link.Code))));
        Assert.Equal((HttpStatusCode.Gone, "visit-link-used"), await Refused(Open(bench, link)));
        Assert.Single(bench.Cases.Asked);
    }

    [Fact]
    public async Task A_wrong_code_is_told_how_many_tries_are_left_and_the_last_one_locks_the_link()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);

        var (status, problem) = await Answer(bench, link, Satisfied(Wrong(link.Code)));
        Assert.Equal((HttpStatusCode.Forbidden, "This is not the code of the notice; 4 tries are left."), (status, problem.Text("detail")));
        for (var i = 1; i < CodeTries; i++)
            Assert.Equal((HttpStatusCode.Forbidden, "visit-code-wrong"), await Refused(Answer(bench, link, Satisfied(Wrong(link.Code)))));

        Assert.Equal((HttpStatusCode.Gone, "visit-link-locked"), await Refused(Answer(bench, link, Satisfied(link.Code))));
        Assert.Empty(bench.Cases.Asked);
    }

    [Fact]
    public async Task Many_who_guess_at_once_have_no_more_tries_than_one()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Refused(Answer(bench, link, Satisfied(Wrong(link.Code))))));

        Assert.Equal(CodeTries, answers.Count(answer => answer.Code == "visit-code-wrong"));
    }

    [Fact]
    public async Task What_was_told_since_ends_it_and_so_does_time()
    {
        await using var bench = await Bench.Open();
        var story = Replied;
        var old = await Link(bench, story);
        var other = await Link(bench, Replied);
        await bench.Happened(story.Visited(Satisfaction.Dissatisfied, solved: false, unitAtFault: true).RedoOrdered().Replied());

        Assert.Equal((HttpStatusCode.Gone, "visit-link-over"), await Refused(Answer(bench, old, Satisfied(old.Code))));
        bench.Time.Advance(TimeSpan.FromDays(DemoCity.City.Visits.Link.Days + 1));
        Assert.Equal((HttpStatusCode.Gone, "visit-link-expired"), await Refused(Answer(bench, other, Satisfied(other.Code))));
        Assert.Equal((HttpStatusCode.NotFound, "visit-link-unknown"), await Refused(Open(bench, ("nonsense", ""))));
    }

    [Fact]
    public async Task The_case_has_the_last_word()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);
        bench.Cases.Answer = _ => new Error(ErrorKind.Conflict, "illegal-transition");

        Assert.Equal((HttpStatusCode.Gone, "visit-link-over"), await Refused(Answer(bench, link, Satisfied(link.Code))));
    }

    [Theory]
    [InlineData("""{"solved":true,"satisfied":"satisfied"}""", "code")]
    [InlineData("""{"code":"123456","satisfied":"satisfied"}""", "solved")]
    [InlineData("""{"code":"123456","solved":true}""", "satisfied")]
    [InlineData("""{"code":"123456","solved":false,"satisfied":"neutral"}""", "reason")]
    [InlineData("""{"code":"123456","solved":false,"satisfied":"neutral","reason":"bad weather"}""", "reason")]
    public async Task What_is_missing_is_named_and_costs_no_try(string body, string field)
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);

        var (status, problem) = await Answer(bench, link, JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.GetRawText());
        Assert.Equal(0, await bench.Value<int>("select max(tries) from feedback.notice"));
    }
}
