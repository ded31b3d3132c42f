using System.Globalization;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Explaining;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Explaining;

public class When_explaining_the_clocks
{
    private static readonly UnitRef Water = DemoCity.City.Departments.All[0].Unit;
    private static readonly UnitRef Other = DemoCity.City.Departments.All[1].Unit;

    [Fact]
    public async Task Each_unit_sees_its_share_to_the_minute()
    {
        var story = new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).After(TimeSpan.FromMinutes(37)).Returned().Dispatched(Other);

        var view = await Explain(story, story.Last.At.AddMinutes(5));

        Assert.Equal(
            [("desk", 30, 2), (Water.ToString(), 47, 1), (Other.ToString(), 5, 1)],
            view.Shares.Select(share => (share.Holder, share.Minutes, share.Segments.Count)));
        Assert.Equal(nameof(CaseReturned), view.Shares[1].Segments[0].EndedBy);
    }

    [Fact]
    public async Task Shares_add_up_to_the_minute_however_odd_the_seconds_and_tell_waiting_apart()
    {
        var story = new CaseStory(Bench.Monday) { Gap = TimeSpan.FromSeconds(47) };
        story.Received().Accepted().Dispatched(Water).Returned().Dispatched(Other).Signed().Paused().After(TimeSpan.FromMinutes(33)).Resumed().TakenBack().Dispatched(Water);
        var until = story.Last.At.AddSeconds(47);

        var view = await Explain(story, until);

        Assert.Equal((int)(until - Bench.Monday).TotalMinutes, view.Shares.Sum(share => share.Minutes));
        Assert.Equal([0, 0, 34], view.Shares.Select(share => share.PausedMinutes).Order());
        Assert.InRange(view.Shares.Sum(share => share.WorkingMinutes), view.Shares.Sum(share => share.Minutes) - 36, view.Shares.Sum(share => share.Minutes) - 32);
    }

    [Fact]
    public async Task Minutes_outside_of_working_time_are_told_apart()
    {
        var story = new CaseStory(Bench.Monday).Received();

        var view = await Explain(story, Bench.Monday.AddDays(1));

        Assert.Equal(24 * 60, view.Shares[0].Minutes);
        Assert.Equal(DemoCity.City.Calendar.Between(Bench.Monday, Bench.Monday.AddDays(1)), view.Shares[0].WorkingMinutes);
        Assert.True(view.Shares[0].WorkingMinutes < view.Shares[0].Minutes);
    }

    [Theory]
    [InlineData(-1, ClockState.Met, null)]
    [InlineData(125, ClockState.Late, 125)]
    public async Task A_stopped_clock_was_met_or_late(int minutesAfterDue, ClockState state, int? late)
    {
        var story = new CaseStory(Bench.Monday, urgency: Urgency.Urgent) { Gap = TimeSpan.Zero };
        story.Received().After(TimeSpan.FromMinutes(15 + minutesAfterDue)).Accepted();

        var accept = (await Explain(story, Bench.Monday.AddDays(9))).Clocks.Single();

        Assert.Equal((state, late, nameof(CaseAccepted)), (accept.State, accept.LateMinutes, accept.StoppedBy));
    }

    [Fact]
    public async Task A_redo_and_a_reopening_have_clocks_of_their_own()
    {
        var story = new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Replied()
            .After(TimeSpan.FromDays(2)).Visited(Satisfaction.Dissatisfied, solved: false, unitAtFault: true).RedoOrdered();
        var ordered = story.Last.At;
        story.Replied().Visited().Closed().After(TimeSpan.FromDays(3)).Reopened();

        var handling = (await Explain(story, story.Last.At.AddMinutes(1))).Clocks.Where(clock => clock.Clock == "handle").ToList();

        Assert.Equal([(1, ClockState.Met), (2, ClockState.Met), (3, ClockState.Running)], handling.Select(clock => (clock.Round, clock.State)));
        Assert.Equal((ordered, Water.ToString()), (handling[1].StartedAt, handling[1].Unit));
        Assert.Equal((story.Last.At, Water.ToString()), (handling[2].StartedAt, handling[2].Unit));
        Assert.True(handling[1].DueAt > handling[0].DueAt);
    }

    [Theory]
    [InlineData(11, ClockState.Running)]
    [InlineData(12, ClockState.DueSoon)]
    [InlineData(15, ClockState.Overdue)]
    public async Task A_running_clock_has_time_or_has_not(int minutes, ClockState state)
    {
        var view = await Explain(new CaseStory(Bench.Monday, urgency: Urgency.Urgent).Received(), Bench.Monday.AddMinutes(minutes));

        Assert.Equal(state, view.Clocks.Single().State);
    }

    [Fact]
    public async Task A_returned_case_is_not_held_against_the_unit()
    {
        var story = new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Returned();

        var view = await Explain(story, Bench.Monday.AddDays(30));

        Assert.All(view.Clocks.Where(clock => clock.Unit == Water.ToString()), clock => Assert.Equal(ClockState.Ended, clock.State));
    }

    [Fact]
    public async Task A_return_window_that_is_over_makes_the_case_the_units()
    {
        var view = await Explain(new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water), Bench.Monday.AddDays(9));

        Assert.Equal(ClockState.Elapsed, view.Clocks.Single(clock => clock.Clock == "return").State);
    }

    [Fact]
    public async Task The_rule_behind_a_figure_is_named()
    {
        var exception = DemoCity.City.Clocks.Exceptions[0];
        var story = new CaseStory(Bench.Monday, type: exception.Type ?? CaseType.Complaint, urgency: exception.Urgency ?? Urgency.General)
            .Received().Accepted().Triaged(exception.Category).Dispatched(Water);

        var view = await Explain(story, Bench.Monday.AddHours(2), "en");

        Assert.Contains(exception.Why.En, view.Clocks.Single(clock => clock.Clock == "handle").Rule, StringComparison.Ordinal);
        Assert.Equal("clock table: First contact · general · complaint", view.Clocks.Single(clock => clock.Clock == "contact").Rule);
    }

    [Theory]
    [InlineData("zh-CN", "受理(热线平台):限 15 分钟,2026-11-23 10:00 起计,2026-11-23 10:15 到期,已逾期 1 小时 5 分钟。")]
    [InlineData("en", "Acceptance by the hotline desk: 15 min from 2026-11-23 10:00, due 2026-11-23 10:15, overdue by 1 h 5 min.")]
    public async Task It_is_said_in_the_readers_language(string language, string text)
    {
        var view = await Explain(new CaseStory(Bench.Monday, urgency: Urgency.Urgent).Received(), Bench.Monday.AddMinutes(80), language);

        Assert.Equal(text, view.Clocks.Single().Text);
    }

    private static async Task<CaseClocksView> Explain(CaseStory story, DateTimeOffset now, string language = "zh-CN")
    {
        await using var bench = await Bench.Open();
        await bench.Happened(story);
        var file = await bench.Files.Find(story.Case.Number, CancellationToken.None);
        return new ClockExplanation(DemoCity.City, CultureInfo.GetCultureInfo(language), now).Of(file!);
    }
}
