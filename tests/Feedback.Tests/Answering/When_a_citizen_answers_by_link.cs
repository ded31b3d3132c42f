using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Feedback.Tests.Telling;
using Hotline.GrainContracts.Cases;
using Hotline.TestKit.Stories;
using static Hotline.Feedback.Tests.Answering.Citizen;

namespace Hotline.Feedback.Tests.Answering;

public class When_a_citizen_answers_by_link
{
    private static readonly UnitRef Water = UnitRef.Department("water");
    private static readonly int CodeTries = DemoCity.City.Visits.Link.CodeTries;

    private static CaseStory Replied => new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Replied();

    private static CaseStory Closed => Replied.Visited().Closed();

    [Fact]
    public async Task The_link_shows_what_is_asked_and_nothing_personal()
    {
        await using var bench = await Bench.Open();
        var story = Replied;

        var (status, page) = await Open(bench, await Link(bench, story));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((story.Case.Number, story.Case.Title, "visit", CodeTries), (page.Text("number"), page.Text("title"), page.Text("asks"), page.GetProperty("triesLeft").GetInt32()));
        Assert.Contains(page.GetProperty("reasons").EnumerateArray(), reason => (reason.Text("code"), reason.Text("name")) == ("slow", "It took too long"));
        Assert.Equal("very satisfied", page.GetProperty("satisfied")[0].Text("name"));
        Assert.DoesNotContain("138****8000", page.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("张", page.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_case_shows_its_number_only()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, new CaseStory(Bench.Monday, CaseKind.Consultation).With(one => one with { Sealed = true }).Received().Accepted().Replied());

        var (_, page) = await Open(bench, link);

        Assert.True(page.GetProperty("sealed").GetBoolean());
        Assert.False(page.TryGetProperty("title", out _));
    }

    [Fact]
    public async Task With_the_code_the_case_hears_it_from_the_citizen_and_the_citys_reason_says_whose_fault_it_is()
    {
        await using var bench = await Bench.Open();
        var story = Replied;
        var link = await Link(bench, story);

        var (status, answered) = await Answer(bench, link, Dissatisfied(link.Code, "slow", "等了两周"));

        Assert.Equal((HttpStatusCode.OK, "closed"), (status, answered.Text("status")));
        var act = Assert.IsType<VisitCase>(Assert.Single(bench.Cases.Asked));
        Assert.Equal((new VisitAnswers(true, false, Satisfaction.Dissatisfied), "slow", true), (act.Answers, act.Reason, act.UnitAtFault));
        Assert.Equal((VisitWay.Link, "等了两周", story.Last.At), (act.Via, act.Comment, act.OfReply!.Value));
        Assert.True(act.By.Is(Role.System));
    }

    [Fact]
    public async Task A_reason_beyond_the_unit_is_not_its_fault()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);

        await Answer(bench, link, Dissatisfied(link.Code, "policy"));

        Assert.False(Assert.IsType<VisitCase>(Assert.Single(bench.Cases.Asked)).UnitAtFault);
    }

    [Fact]
    public async Task A_code_may_be_typed_as_people_type()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);
        var wide = string.Concat(link.Code.Select(digit => (char)(digit - '0' + '０'))).Insert(3, " ");

        Assert.Equal(HttpStatusCode.OK, (await Answer(bench, link, Satisfied(wide))).Status);
    }

    [Fact]
    public async Task A_case_that_does_not_answer_costs_no_try_and_the_same_is_asked_again()
    {
        await using var bench = await Bench.Open();
        var link = await Link(bench, Replied);
        var works = bench.Cases.Answer;
        bench.Cases.Answer = _ => throw new TimeoutException();
        for (var i = 0; i < CodeTries; i++)
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Answer(bench, link, Satisfied(link.Code))).Status);

        bench.Cases.Answer = works;
        Assert.Equal(HttpStatusCode.OK, (await Answer(bench, link, Satisfied(link.Code))).Status);
        Assert.Single(bench.Cases.Asked.Select(act => act.OperationId).Distinct());
    }

    [Fact]
    public async Task A_closed_case_is_opened_again_and_a_refused_one_appealed()
    {
        await using var bench = await Bench.Open();
        foreach (var story in new[] { Closed, new CaseStory(Bench.Monday).Received().Declined() })
        {
            var link = await Link(bench, story);
            Assert.Equal((HttpStatusCode.Conflict, "visit-link-asks-otherwise"), await Refused(Answer(bench, link, Satisfied(link.Code))));
            Assert.Equal(HttpStatusCode.OK, (await Answer(bench, link, new { code = link.Code, reason = "又漏了" }, "/reopen")).Status);
            Assert.Equal("又漏了", Assert.IsType<ReopenCase>(bench.Cases.Asked[^1]).Reason);
        }
    }
}
