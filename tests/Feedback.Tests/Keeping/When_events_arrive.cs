using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Keeping;

public class When_events_arrive
{
    private static readonly UnitRef Water = DemoCity.City.Departments.All[0].Unit;

    private static CaseStory Replied => new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Replied();

    [Fact]
    public async Task A_visit_is_due_by_the_citys_clock()
    {
        await using var bench = await Bench.Open();
        var story = Replied;
        await bench.Happened(story);

        var dueAt = DemoCity.City.Clocks.DueAt(ClockName.Visit, Urgency.General, CaseType.Complaint, null, story.Last.At);
        Assert.Equal(dueAt.UtcDateTime, await bench.Value<DateTime>("select due_at from feedback.visit where open"));
    }

    [Fact]
    public async Task The_end_that_comes_before_the_reply_wins()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied.Visited().Closed().Events.Reverse());

        Assert.False(await bench.Value<bool>("select open from feedback.visit"));
        Assert.Equal("solved", await bench.Value<string>("select outcome from feedback.visit"));
    }

    [Fact]
    public async Task Any_order_and_any_repetition_leave_the_same_books()
    {
        var random = new Random(8890);
        foreach (var story in EveryEvent.Stories(Bench.Monday))
        {
            await using var inOrder = await Bench.Open();
            await inOrder.Happened(story);
            await using var shuffled = await Bench.Open();
            var events = story.Events.Concat(story.Events).ToArray();
            random.Shuffle(events);
            await shuffled.Happened(events);

            Assert.Equal(await Books(inOrder), await Books(shuffled));
        }
    }

    [Fact]
    public async Task A_second_reply_opens_the_visit_again_with_attempts_of_its_own()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied.Visited(reached: false).Visited(Satisfaction.Dissatisfied, unitAtFault: true).RedoOrdered().Replied());

        Assert.True(await bench.Value<bool>("select open and attempts = 0 and redos = 1 and last_attempt_at is null from feedback.visit"));
    }

    [Fact]
    public async Task An_erased_citizen_is_forgotten_and_what_they_said_still_counts()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied.Visited(Satisfaction.Dissatisfied, solved: false, unitAtFault: true, reason: "太慢").RedoOrdered().Replied().Visited().Closed().Erased());

        Assert.Equal("***", await bench.Value<string>("select title from feedback.visit"));
        Assert.Equal(0L, await bench.Value<long>("select count(reason) from (select reason from feedback.credit_entry union all select reason from feedback.redo) r"));
        Assert.Equal(2L, await bench.Value<long>("select count(satisfaction) from feedback.credit_entry"));
    }

    [Fact]
    public async Task What_an_erased_citizen_said_does_not_come_back_with_a_late_message()
    {
        await using var bench = await Bench.Open();
        var story = Replied.Visited(Satisfaction.Dissatisfied, solved: false, unitAtFault: true, reason: "太慢").RedoOrdered().Replied().Visited().Closed().Erased();
        await bench.Happened([.. story.Events.Reverse()]);

        Assert.Equal(0L, await bench.Value<long>("select count(reason) from (select reason from feedback.credit_entry union all select reason from feedback.redo) r"));
        Assert.Equal(2L, await bench.Value<long>("select count(satisfaction) from feedback.credit_entry"));
    }

    [Fact]
    public async Task Nobody_is_called_twice_in_a_row()
    {
        await using var bench = await Bench.Open();
        var story = Replied.Visited(reached: false);
        await bench.Happened(story);

        var earliest = story.Last.At.AddHours(DemoCity.City.Visits.HoursBetweenAttempts);
        Assert.Equal(earliest.UtcDateTime, await bench.Value<DateTime>("select call_after from feedback.visit where attempts = 1"));
    }

    // Attempts, and when to call again, are told by the newest of the visits themselves; a closed case has no use for them.
    private static async Task<string> Books(Bench bench) => await bench.Value<string>("""
        select concat_ws(E'\n',
          (select string_agg(concat_ws(' ', case_id, version, open, unit, opened_at, due_at, redos, closed_at, outcome), E'\n') from feedback.visit),
          (select string_agg(e::text, E'\n' order by version) from feedback.credit_entry e),
          (select string_agg(r::text, E'\n' order by version) from feedback.redo r))
        """);
}
