using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Deciding;

public class When_folding_the_clocks_of_a_case
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly UnitRef Water = UnitRef.Department("water");
    private static readonly UnitRef Roads = UnitRef.Department("transport");

    [Fact]
    public void A_clock_stops_at_the_first_later_event_that_stops_it()
    {
        var run = RunsOf(Dispatched().Signed().Contacted().Replied()).Single(one => one.Clock == ClockName.Sign);

        Assert.Equal(nameof(CaseSigned), run.Stop?.Event);
    }

    [Fact]
    public void Each_hand_over_runs_its_own_clocks()
    {
        var handling = RunsOf(Dispatched().Returned().Dispatched(Roads).Signed()).Where(one => one.Clock == ClockName.Handle).ToList();

        Assert.Equal([(1, Water, true), (2, Roads, false)], handling.Select(one => (one.Round, one.Start.Unit!.Value, one.Stop is not null)));
    }

    [Fact]
    public void A_wait_before_a_case_is_judged_anew_counts_for_the_clock_that_goes_on()
    {
        var story = new CaseStory(Start, CaseKind.Consultation, CaseType.Inquiry).Received().Accepted().Paused().Resumed().Triaged();

        var handle = RunsOf(story).Single(one => one is { Clock: ClockName.Handle, Stop: null });

        Assert.Equal([ClockTurnKind.Pause, ClockTurnKind.Resume], handle.Turns.Select(turn => turn.Kind));
    }

    [Fact]
    public void No_clock_runs_on_a_closed_case() =>
        Assert.All(RunsOf(Dispatched().Signed().Replied().Visited().Closed()), run => Assert.NotNull(run.Stop));

    [Fact]
    public void At_most_one_running_of_a_clock_is_open_whatever_has_happened()
    {
        foreach (var story in EveryEvent.Stories(Start))
        {
            for (var count = 1; count <= story.Events.Count; count++)
            {
                var open = CaseClocks.Runs(Marks(story.Events.Take(count))).Where(run => run.Stop is null).ToList();
                Assert.Equal(open.DistinctBy(run => (run.Clock, run.Unit)).Count(), open.Count);
            }
        }
    }

    [Fact]
    public void Events_in_any_order_and_number_make_the_same_clocks()
    {
        var random = new Random(8890);
        foreach (var story in EveryEvent.Stories(Start))
        {
            var expected = CaseClocks.Runs(Marks(story.Events));
            for (var round = 0; round < 200; round++)
            {
                var known = new List<ClockMark>();
                var kept = new Dictionary<(int, ClockName, string?), ClockRun>();
                foreach (var mark in Shuffled(Marks(story.Events.Concat(story.Events)), random))
                {
                    foreach (var change in CaseClocks.Changes(known, [mark]))
                        kept[Key(change)] = change;
                    if (known.TrueForAll(one => one.Version != mark.Version))
                        known.Add(mark);
                }

                Assert.Equal(expected.OrderBy(Key), kept.Values.OrderBy(Key));
            }
        }

        static (int, ClockName, string?) Key(ClockRun run) => (run.Start.Version, run.Clock, run.Unit?.ToString());
    }

    [Fact]
    public void Each_holder_has_its_segments_to_the_minute()
    {
        var story = new CaseStory(Start) { Gap = TimeSpan.FromMinutes(10) };
        story.Received().Accepted().Dispatched(Water).After(TimeSpan.FromMinutes(37)).Returned().Dispatched(Roads);

        var segments = CaseClocks.Segments(Marks(story.Events));

        Assert.Equal(
            [(Holder.Desk, 20.0), (Holder.Of(Water), 47.0), (Holder.Desk, 10.0), (Holder.Of(Roads), (double?)null)],
            segments.Select(one => (one.Holder, (one.Until - one.From)?.TotalMinutes)));
        Assert.Equal(nameof(CaseReturned), segments[1].EndedBy);
    }

    [Fact]
    public void Nobody_holds_a_case_that_is_at_its_end()
    {
        var segments = CaseClocks.Segments(Marks(Dispatched().Replied().Visited().Closed().Events));

        Assert.DoesNotContain(segments, one => one.Holder == Holder.Nobody);
        Assert.All(segments, one => Assert.NotNull(one.Until));
    }

    private static CaseStory Dispatched() => new CaseStory(Start).Received().Accepted().Dispatched(Water);

    private static IReadOnlyList<ClockRun> RunsOf(CaseStory story) => CaseClocks.Runs(Marks(story.Events));

    private static IEnumerable<ClockMark> Marks(IEnumerable<ICaseEvent> events) => events.Select(ClockRules.Of).OfType<ClockMark>();

    private static ClockMark[] Shuffled(IEnumerable<ClockMark> marks, Random random)
    {
        var array = marks.ToArray();
        random.Shuffle(array);
        return array;
    }
}
