using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Explaining;
using Hotline.GrainContracts.Cases;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Scanning;

public class When_a_case_waits
{
    private static readonly UnitRef Water = UnitRef.Department("water");

    // Two hours around the clock to handle it; warned after 96 minutes.
    private static CaseStory Urgent() => new CaseStory(Bench.Monday, urgency: Urgency.Urgent) { Gap = TimeSpan.Zero }
        .Received().Accepted().Dispatched(Water).Signed().Contacted();

    [Fact]
    public async Task No_clock_runs()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent().After(TimeSpan.FromMinutes(30)).Paused());

        bench.Time.Advance(TimeSpan.FromDays(10));

        Assert.Equal(0, await bench.ScanAll());
        Assert.Empty(bench.Asked);
    }

    [Fact]
    public async Task What_was_left_when_it_paused_is_left_when_it_resumes()
    {
        await using var bench = await Bench.Open();
        var story = Urgent();
        await bench.Happened(story);
        var before = await bench.Deadline(story, "handle");
        var known = story.Events.Count;
        story.After(TimeSpan.FromMinutes(30)).Paused().After(TimeSpan.FromHours(5)).Resumed();
        await bench.Happened(story.Events.Skip(known));

        var after = await bench.Deadline(story, "handle");
        Assert.Equal(before.DueAt + TimeSpan.FromHours(5), after.DueAt);
        Assert.Equal(before.WarnAt + TimeSpan.FromHours(5), after.WarnAt);

        bench.Time.SetUtcNow(after.WarnAt.AddTicks(-1));
        Assert.Equal(0, await bench.ScanAll());
        bench.Time.SetUtcNow(after.WarnAt);
        await bench.ScanAll();
        Assert.Equal(after.DueAt, Assert.IsType<WarnOfDeadline>(Assert.Single(bench.Asked)).DueAt);
    }

    [Fact]
    public async Task A_clock_that_was_warned_of_is_not_warned_of_again()
    {
        await using var bench = await Bench.Open();
        var story = Urgent();
        await bench.Happened(story);
        bench.Time.SetUtcNow((await bench.Deadline(story, "handle")).WarnAt);
        await bench.ScanAll();
        var known = story.Events.Count;
        story.After(TimeSpan.FromMinutes(100)).Paused().After(TimeSpan.FromHours(1)).Resumed();
        await bench.Happened(story.Events.Skip(known));

        bench.Time.SetUtcNow((await bench.Deadline(story, "handle")).DueAt);
        await bench.ScanAll();

        Assert.Equal([typeof(WarnOfDeadline), typeof(MissDeadline)], bench.Asked.Select(act => act.GetType()));
    }

    [Fact]
    public async Task A_clock_that_was_warned_of_tells_at_once_when_it_is_due_now()
    {
        await using var bench = await Bench.Open();
        var story = Urgent();
        await bench.Happened(story);
        bench.Time.SetUtcNow((await bench.Deadline(story, "handle")).WarnAt);
        await bench.ScanAll();
        var known = story.Events.Count;
        story.After(TimeSpan.FromMinutes(100)).Paused();
        await bench.Happened(story.Events.Skip(known));
        bench.Time.Advance(TimeSpan.FromMinutes(70));
        Assert.Equal(0, await bench.ScanAll());
        story.After(TimeSpan.FromHours(1)).Resumed();
        await bench.Happened(story.Events.Skip(known + 1));

        await bench.ScanAll();
        await bench.ScanAll();

        var moved = Assert.IsType<MoveDeadline>(bench.Asked[^1]);
        Assert.Equal(("handle", (await bench.Deadline(story, "handle")).DueAt), (moved.Clock, moved.DueAt));
        Assert.Equal(2, bench.Asked.Count);
    }

    [Fact]
    public async Task An_extension_moves_the_handling_clock_and_no_other()
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday) { Gap = TimeSpan.Zero }.Received().Accepted().Dispatched(Water).Signed();
        await bench.Happened(story);
        var (handle, contact) = (await bench.Deadline(story, "handle"), await bench.Deadline(story, "contact"));
        var known = story.Events.Count;
        story.After(TimeSpan.FromDays(1)).AskedForMore(5).GivenMore();
        await bench.Happened(story.Events.Skip(known));

        Assert.Equal(contact.DueAt, (await bench.Deadline(story, "contact")).DueAt);
        var extended = await bench.Deadline(story, "handle");
        Assert.Equal(5, WorkingDaysBetween(handle.DueAt, extended.DueAt));
        Assert.True(extended.WarnAt > handle.WarnAt);
    }

    [Fact]
    public async Task The_explanation_says_since_when_and_for_how_long()
    {
        await using var bench = await Bench.Open();
        var story = Urgent().After(TimeSpan.FromMinutes(30)).Paused();
        await bench.Happened(story);
        var file = (await bench.Files.Find(story.Case.Number, CancellationToken.None))!;

        var view = new ClockExplanation(DemoCity.City, new("en"), Bench.Monday.AddHours(2)).Of(file);

        var handle = view.Clocks.Single(clock => clock.Clock == "handle");
        Assert.Equal(ClockState.Paused, handle.State);
        Assert.EndsWith("paused since 2026-11-23 10:30.", handle.Text, StringComparison.Ordinal);
        Assert.Equal(new PauseView(Bench.Monday.AddMinutes(30), null, 90), view.Pauses.Single());
    }

    private static int WorkingDaysBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var calendar = DemoCity.City.Calendar;
        var (first, last) = (calendar.LocalDate(from), calendar.LocalDate(to));
        return Enumerable.Range(1, last.DayNumber - first.DayNumber).Count(day => calendar.IsWorkingDay(first.AddDays(day)));
    }
}
