using System.Globalization;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Explaining;
using Hotline.GrainContracts.Cases;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Scanning;

public class When_units_assist
{
    private static readonly UnitRef Water = UnitRef.Department("water"), Housing = UnitRef.Department("housing"), Health = UnitRef.Department("health");

    [Fact]
    public async Task Each_has_a_clock_of_its_own_from_when_it_was_asked()
    {
        await using var bench = await Bench.Open();
        var story = Urgent().Dispatched(Water, Housing, Health).After(TimeSpan.FromMinutes(20)).Assisted(Health).Attached(Health);
        await bench.Happened(story);

        var runs = (await Assists(bench, story)).ToList();
        Assert.Equal([(Housing, 1), (Health, 1), (Health, 2)], runs.Select(run => (run.Unit!.Value, run.Round)));
        Assert.Equal([null, nameof(AssistFinished), null], runs.Select(run => run.StoppedBy));
        // Urgent: an hour, whoever is asked.
        Assert.All(runs, run => Assert.Equal(TimeSpan.FromHours(1), run.DueAt - run.StartedAt));
        Assert.Equal(TimeSpan.FromMinutes(20), runs[2].StartedAt - runs[0].StartedAt);
    }

    [Fact]
    public async Task Each_is_warned_and_urged_for_its_own_part()
    {
        await using var bench = await Bench.Open();
        var story = Urgent().Dispatched(Water, Housing, Health).Assisted(Health);
        await bench.Happened(story);

        bench.Time.Advance(TimeSpan.FromMinutes(50));
        await bench.ScanAll();
        bench.Time.Advance(TimeSpan.FromMinutes(15));
        await bench.ScanAll();

        Assert.Equal([Housing], bench.Asked.OfType<WarnOfDeadline>().Where(act => act.Clock == "assist").Select(act => act.Assisting!.Value));
        Assert.Equal([Housing], bench.Asked.OfType<MissDeadline>().Where(act => act.Clock == "assist").Select(act => act.Assisting!.Value));
        Assert.All(bench.Asked.OfType<MissDeadline>().Where(act => act.Clock != "assist"), act => Assert.Null(act.Assisting));
    }

    [Fact]
    public async Task Two_that_are_late_at_once_are_two_acts()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent().Dispatched(Water, Housing, Health));

        bench.Time.Advance(TimeSpan.FromMinutes(65));
        await bench.ScanAll();

        var missed = bench.Asked.OfType<MissDeadline>().Where(act => act.Clock == "assist").ToList();
        Assert.Equal(new HashSet<UnitRef?> { Housing, Health }, missed.Select(act => act.Assisting).ToHashSet());
        Assert.Equal(2, missed.Select(act => act.OperationId).Distinct().Count());
    }

    [Fact]
    public async Task Help_stands_still_with_the_case_and_ends_with_the_answer_of_the_lead()
    {
        await using var bench = await Bench.Open();
        var story = Urgent().Dispatched(Water, Housing).Signed().Paused();
        await bench.Happened(story);
        Assert.NotNull(Assert.Single(await Assists(bench, story)).PausedAt);
        bench.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(0, await bench.ScanAll());

        story.After(TimeSpan.FromHours(3)).Resumed().Replied();
        await bench.Happened(story.Events.TakeLast(2));

        var run = Assert.Single(await Assists(bench, story));
        Assert.Equal(nameof(CaseReplied), run.StoppedBy);
        Assert.Equal(ClockState.Ended, ClockExplanation.StateOf(run, bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_reader_is_told_whose_part_is_due_when()
    {
        await using var bench = await Bench.Open();
        var story = Urgent().Dispatched(Water, Housing).Assisted(Housing);
        await bench.Happened(story);

        foreach (var (language, words) in new[] { ("zh-CN", "协办(市住房和城乡建设局)"), ("en", "Assisting by") })
        {
            var told = new ClockExplanation(DemoCity.City, CultureInfo.GetCultureInfo(language), bench.Time.GetUtcNow())
                .Of((await bench.Files.Find(story.Case.Number, CancellationToken.None))!).Clocks.Single(clock => clock.Clock == "assist");
            Assert.Equal((Housing.ToString(), ClockState.Met), (told.Unit, told.State));
            Assert.StartsWith(words, told.Text, StringComparison.Ordinal);
        }
    }

    private static CaseStory Urgent() => new CaseStory(Bench.Monday, urgency: Urgency.Urgent) { Gap = TimeSpan.Zero }.Received().Accepted().Triaged();

    private static async Task<IEnumerable<DeadlineRow>> Assists(Bench bench, CaseStory story) =>
        (await bench.Files.Find(story.Case.Number, CancellationToken.None))!.Deadlines.Where(row => row.Clock == ClockName.Assist).OrderBy(row => row.StartedAt).ThenByDescending(row => row.Unit.ToString()).ThenBy(row => row.Round);
}
