using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Explaining;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Keeping;

public class When_events_arrive
{
    private static readonly UnitRef Water = UnitRef.Department("water");

    private static CaseStory Dispatched => new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water);

    [Fact]
    public async Task A_started_clock_has_the_limit_of_the_citys_policy()
    {
        await using var bench = await Bench.Open();
        var story = Dispatched;
        await bench.Happened(story);

        var handle = await bench.Deadline(story, "handle");

        var dueAt = DemoCity.City.Clocks.DueAt(ClockName.Handle, Urgency.General, CaseType.Complaint, null, handle.StartedAt);
        Assert.Equal((story.Last.At, dueAt, Water, 15), (handle.StartedAt, handle.DueAt, handle.Unit!.Value, handle.LimitAmount));
        Assert.InRange(handle.WarnAt, handle.StartedAt.AddMinutes(1), handle.DueAt.AddMinutes(-1));
    }

    [Fact]
    public async Task The_same_event_twice_counts_once()
    {
        await using var bench = await Bench.Open();
        var story = Dispatched;
        await bench.Happened(story.Events.Concat(story.Events));

        Assert.Equal(story.Events.Count, await bench.Value<long>("select count(*) from escalation.mark"));
        Assert.Equal(5, await bench.Value<long>("select count(*) from escalation.deadline"));
    }

    [Fact]
    public async Task A_stop_that_comes_before_its_start_wins()
    {
        await using var bench = await Bench.Open();
        var story = Dispatched.Signed();

        await bench.Happened([story.Events[0], story.Events[1], story.Events[3], story.Events[2]]);

        var sign = await bench.Deadline(story, "sign");
        Assert.Equal((story.Last.At, nameof(CaseSigned)), (sign.StoppedAt!.Value, sign.StoppedBy));
        Assert.Equal(0, await bench.Value<long>("select count(*) from escalation.deadline where clock = 'sign' and next_at is not null"));
    }

    [Fact]
    public async Task Any_order_and_any_repetition_leave_the_same_rows()
    {
        await using var bench = await Bench.Open();
        var random = new Random(8890);
        foreach (var inOrder in EveryEvent.Stories(Bench.Monday))
        {
            await bench.Happened(inOrder);
            var expected = await Rows(bench, inOrder.Case.Number);
            Assert.NotEmpty(expected);
            for (var round = 0; round < 5; round++)
            {
                await bench.Execute($"delete from escalation.mark where case_id = '{inOrder.Case.CaseId.Value}'");
                await bench.Execute($"delete from escalation.deadline where case_id = '{inOrder.Case.CaseId.Value}'");
                var shuffled = inOrder.Events.Concat(inOrder.Events).ToArray();
                random.Shuffle(shuffled);
                await bench.Happened(shuffled);
                Assert.Equal(expected, await Rows(bench, inOrder.Case.Number));
            }
        }
    }

    [Fact]
    public async Task Events_of_one_case_handled_at_once_by_several_processes_miss_nothing()
    {
        await using var bench = await Bench.Open();
        var stories = Enumerable.Range(0, 40).Select(_ => Dispatched.Signed().Contacted().Replied().Visited().Closed()).ToList();

        await Task.WhenAll(stories.SelectMany(story => story.Events).Select(one => Task.Run(() => bench.Happened([one]))));

        Assert.Equal(40 * 6, await bench.Value<long>("select count(*) from escalation.deadline"));
        Assert.Equal(0, await bench.Value<long>("select count(*) from escalation.deadline where stopped_at is null or next_at is not null"));
    }

    [Fact]
    public async Task The_file_knows_the_units_of_the_newest_event_and_not_of_the_last_to_arrive()
    {
        await using var bench = await Bench.Open();
        var story = Dispatched.Returned().Dispatched(UnitRef.Department("transport"), Water);

        await bench.Happened(story.Events.Reverse());

        var file = await bench.Files.Find(story.Case.Number, CancellationToken.None);
        Assert.Equal((UnitRef.Department("transport"), Water), (file!.Lead!.Value, file.Assisting.Single()));
    }

    [Fact]
    public async Task The_return_window_is_kept_but_never_escalates()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Dispatched);

        Assert.Equal(1, await bench.Value<long>("select count(*) from escalation.deadline where clock = 'return' and next_at is null and stopped_at is null"));
    }

    private static async Task<List<DeadlineRow>> Rows(Bench bench, string number) =>
        [.. (await bench.Files.Find(number, CancellationToken.None))!.Deadlines.OrderBy(row => (row.StartedVersion, row.Clock))];
}
