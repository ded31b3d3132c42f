using System.Net;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Feedback.Telling;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Telling;

public class When_citizens_are_told
{
    private static readonly UnitRef Water = UnitRef.Department("water");
    private static readonly VisitPolicy Policy = DemoCity.City.Visits;

    private static CaseStory Replied => new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Replied();

    public static TheoryData<string> EventTypes => [.. CaseEventTypes.All.Select(CaseEventTypes.NameOf)];

    [Theory, MemberData(nameof(EventTypes))]
    public async Task Every_notice_has_all_of_its_words(string type)
    {
        await using var bench = await Bench.Open();
        var happened = EveryEvent.Samples(Bench.Monday).Single(one => CaseEventTypes.NameOf(one.GetType()) == type);
        if (NoticeRules.Of(happened, DemoCity.City) is null)
            return;
        await bench.Happened([happened]);

        var notice = Assert.Single(await bench.Notices(1));

        Assert.All(["zh-CN", "en"], language => Assert.DoesNotContain("{", notice.Text("texts", language), StringComparison.Ordinal));
        Assert.Contains(happened.Number, notice.Text("texts", "en"), StringComparison.Ordinal);
        Assert.Equal("138****8000", notice.Text("recipient"));
    }

    [Fact]
    public async Task Nothing_is_kept_of_an_erased_citizen_and_nothing_late_is_told()
    {
        await using var bench = await Bench.Open();
        var (story, other) = (Replied.Visited().Closed().Erased(), Replied);
        await bench.Happened([.. story.Events.SkipLast(1)]);
        await bench.Notices(2);

        await bench.Happened([story.Last, .. story.Events.SkipLast(1), .. other.Events]);

        Assert.Equal(other.Case.Number, Assert.Single(await bench.Notices(1)).Text("number"));
    }

    [Fact]
    public void Who_is_told_of_what() => Assert.Equal(
        [nameof(AppealLodged), nameof(CaseClosed), nameof(CaseDeclined), nameof(CasePaused), nameof(CaseReopened), nameof(CaseReplied), nameof(ExtensionGranted), nameof(RedoOrdered), nameof(ServiceDone)],
        EveryEvent.Samples(Bench.Monday).Where(one => NoticeRules.Of(one, DemoCity.City) is not null).Select(one => one.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_refusal_says_why_where_to_go_and_how_to_appeal()
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday).Received().Declined();
        await bench.Happened(story);

        var notice = Assert.Single(await bench.Notices(1));

        var text = notice.Text("texts", "en");
        Assert.Contains("outside of the city's power", text, StringComparison.Ordinal);
        Assert.Contains("turn to the court", text, StringComparison.Ordinal);
        Assert.Contains(notice.Text("invitation", "link"), text, StringComparison.Ordinal);
        Assert.Contains(notice.Text("invitation", "code"), text, StringComparison.Ordinal);
        Assert.Equal("appeal", notice.Text("invitation", "asks"));
        Assert.Equal(story.Last.At.AddDays(Policy.AppealDays), notice.GetProperty("invitation").GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_event_that_comes_again_is_told_once_with_the_same_link()
    {
        await using var bench = await Bench.Open();
        var story = Replied;
        await bench.Happened(story);
        var first = Assert.Single(await bench.Notices(1));
        await bench.Happened(story);
        var again = Assert.Single(await bench.Notices(1));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(1, await bench.Value<long>("select count(*) from feedback.notice"));
    }

    [Fact]
    public async Task Only_the_newest_notice_can_be_answered_whatever_order_they_come_in()
    {
        await using var bench = await Bench.Open();
        var story = Replied.Visited(Satisfaction.Dissatisfied, solved: false, unitAtFault: true).RedoOrdered().Replied();
        await bench.Happened(story.Events.Reverse());

        var notices = await bench.Notices(3);

        Assert.Equal(["case.replied", "case.redo", "case.replied"], notices.Select(Outbox.Kind));
        Assert.Equal([true, false, false], notices.Select(Outbox.HasInvitation));
        Assert.DoesNotContain("http", notices[^1].Text("texts", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_answer_is_not_told_in_the_open()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(new CaseStory(Bench.Monday, CaseKind.Consultation).With(one => one with { Sealed = true }).Received().Accepted().Replied());

        Assert.Equal("case.repliedSealed", Assert.Single(await bench.Notices(1)).Kind());
        Assert.Equal(0, await bench.Value<long>("select count(title) from feedback.notice"));
        Assert.DoesNotContain("…", await bench.Value<string>("select words::text from feedback.notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_tells_its_own_citizens_and_needs_no_link()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(new CaseStory(Bench.Monday).With(one => one with { Channel = Channel.Staff, Submitter = "operator" }).Received().Declined());

        Assert.False(Assert.Single(await bench.Notices(1, "anybody at the desk", Role.Operator)).HasInvitation());
        Assert.Empty(await bench.Notices(0, "operator"));
    }

    [Fact]
    public async Task A_client_reads_its_own_notices_only_and_a_unit_none()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied);
        await bench.Notices(1);

        Assert.Empty(await bench.Notices(0, "app"));
        Assert.Empty(await bench.Notices(0, "somebody", Role.Operator));
        using var unit = await bench.Get("/api/v1/notices", Role.Department, Water);
        Assert.Equal(HttpStatusCode.Forbidden, unit.StatusCode);
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_for_ever()
    {
        await using var bench = await Bench.Open();
        foreach (var _ in Enumerable.Range(0, 5))
            await bench.Happened(Replied);
        var all = (await bench.Notices(5)).Select(notice => notice.Text("id")).ToList();

        var (read, cursor, more) = (new List<string>(), "0", true);
        while (more)
        {
            var page = await bench.Read($"/api/v1/notices?limit=2&cursor={cursor}", Role.Channel, subject: "web");
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(notice => notice.Text("id")));
            (cursor, more) = (page.Text("next"), page.GetProperty("more").GetBoolean());
        }

        Assert.Equal(all, read);
        var empty = await bench.Read($"/api/v1/notices?cursor={cursor}", Role.Channel, subject: "web");
        Assert.Equal((0, cursor), (empty.GetProperty("items").GetArrayLength(), empty.Text("next")));
    }

    [Theory]
    [InlineData("cursor=-1", "cursor-invalid")]
    [InlineData("limit=201", "page-limit-out-of-range")]
    public async Task A_wrong_wish_is_explained(string query, string code)
    {
        await using var bench = await Bench.Open();

        using var response = await bench.Get("/api/v1/notices?" + query, Role.Channel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_notices_leave_the_outbox()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied);
        var cleaner = new NoticeCleaner(bench.Database, DemoCity.City, bench.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<NoticeCleaner>.Instance);

        bench.Time.Advance(TimeSpan.FromDays(Policy.KeepNoticesDays - 1));
        await cleaner.Clean(CancellationToken.None);
        Assert.Equal(1, await bench.Value<long>("select count(*) from feedback.notice"));

        bench.Time.Advance(TimeSpan.FromDays(2));
        await cleaner.Clean(CancellationToken.None);
        Assert.Equal(0, await bench.Value<long>("select count(*) from feedback.notice"));
    }
}
