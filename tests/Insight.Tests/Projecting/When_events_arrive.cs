using FsCheck.Xunit;
using Hotline.Contracts.Cases;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Projecting;

public sealed class When_events_arrive : IAsyncLifetime
{
    private ReadModel _model = null!;

    public async ValueTask InitializeAsync() => _model = await ReadModel.Create();

    public ValueTask DisposeAsync() => _model.DisposeAsync();

    [Property(MaxTest = 60)]
    public async Task Order_and_repetition_change_nothing(Step[][] steps, int seed)
    {
        var stories = steps.Take(12).Select((some, i) => new CaseStory(i, (CaseKind)(i % 3)).Then([Step.Accept, .. some])).ToList();
        var events = stories.SelectMany(story => story.Events).ToList();
        await _model.Empty();
        await _model.ApplyInBatches(events, 1);
        var inOrder = await _model.Dump();

        var random = new Random(seed);
        var thrice = events.Concat(events).Concat(events).ToArray();
        random.Shuffle(thrice);
        await _model.Empty();
        await _model.ApplyInBatches(thrice, random.Next(1, 40));

        Assert.Equal(inOrder, await _model.Dump());
    }

    [Property(MaxTest = 30)]
    public async Task The_counts_are_those_of_the_rows(Step[][] steps, int seed)
    {
        var events = steps.Take(12).SelectMany((some, i) => new CaseStory(i, (CaseKind)(i % 3)).Then([Step.Accept, .. some]).Events).ToArray();
        new Random(seed).Shuffle(events);
        await _model.ApplyInBatches(events, 7);

        var kept = await _model.DumpCounts();
        await _model.Do("call insight.recount()");

        Assert.Equal(kept, await _model.DumpCounts());
    }

    [Fact]
    public async Task A_late_event_does_not_overwrite_a_newer_row()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch);
        await _model.Apply(story.Events[3]);
        await _model.Apply(story.Events[1], story.Events[2]);

        Assert.Equal("dispatched", await _model.Ask<string>("select status from insight.case_row"));
        Assert.Equal(4, await _model.Ask<int>("select version from insight.case_row"));
    }

    [Fact]
    public async Task A_row_says_since_when_its_case_waits_and_nothing_once_it_goes_on()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Pause, Step.Resume);
        await _model.Apply([.. story.Events.SkipLast(1)]);
        Assert.Equal(story.Events[^2].Case.PausedAt!.Value.UtcDateTime, await _model.Ask<DateTime>("select paused_at from insight.case_row"));

        await _model.Apply(story.Events[^1]);
        Assert.Equal(1L, await _model.Ask<long>("select count(*) from insight.case_row where paused_at is null"));
    }

    [Fact]
    public async Task What_waits_is_neither_due_nor_overdue_until_it_goes_on()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleMissed, Step.Pause, Step.Resume);
        await _model.Apply([.. story.Events.SkipLast(1)]);
        Assert.True(await _model.Ask<bool>("select not overdue and due_at = 'infinity' and not exists (select from insight.desk_count where overdue + due_soon > 0) from insight.case_row"));

        await _model.Apply(story.Events[^1]);
        Assert.True(await _model.Ask<bool>("select overdue and due_at < 'infinity' from insight.case_row"));
    }

    [Fact]
    public async Task An_extension_moves_the_deadline_that_came_near()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleNear, Step.Extend);
        await _model.Apply([.. story.Events]);

        var due = Assert.IsType<ExtensionGranted>(story.Events[^1]).DueAt.UtcDateTime;
        Assert.Equal(due, await _model.Ask<DateTime>("select due_at from insight.case_row"));
        Assert.False(await _model.Ask<bool>("select overdue from insight.case_row"));
    }

    [Fact]
    public async Task The_text_of_the_first_event_is_kept_though_it_comes_last()
    {
        var story = new CaseStory(1, text: "井盖松动").Then(Step.Accept, Step.Triage);
        await _model.Apply(story.Events[2], story.Events[1]);
        await _model.Apply(story.Events[0]);

        Assert.Equal("井盖松动", await _model.Ask<string>("select text from insight.case_text"));
        Assert.Equal("triaged", await _model.Ask<string>("select status from insight.case_row"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erased_citizen_stays_forgotten_and_the_counts_stay_as_they_were(bool textComesLast)
    {
        var story = new CaseStory(1, title: "我家漏水", text: "井盖松动").Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact, Step.Reply, Step.VisitPleased, Step.Close);
        await _model.Apply(textComesLast ? story.Events.Skip(1) : story.Events);
        var counts = await _model.DumpCounts();

        await _model.Apply(story.Then(Step.Erase).Events[^1]);
        await _model.Apply(story.Events);

        Assert.DoesNotMatch(@"漏水|井盖|张|138\*|hash-", await _model.Dump());
        Assert.Equal(counts, await _model.DumpCounts());
        Assert.Equal("closed", await _model.Ask<string>("select status from insight.case_row"));
    }

    [Fact]
    public async Task A_case_with_a_missing_event_is_known_as_incomplete()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage);
        const string Gaps = "select count(*) from insight.case_row where seen <> int4multirange(int4range(1, version + 1))";
        await _model.Apply(story.Events[0], story.Events[2]);
        Assert.Equal(1, await _model.Ask<long>(Gaps));

        await _model.Apply(story.Events[1]);
        Assert.Equal(0, await _model.Ask<long>(Gaps));
    }

    [Fact]
    public async Task Writers_that_meet_on_the_same_cases_do_not_disturb_each_other()
    {
        var stories = Enumerable.Range(0, 60).Select(i => new CaseStory(i, (CaseKind)(i % 3)).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed, Step.Sign, Step.Reply)).ToList();
        var events = stories.SelectMany(story => story.Events).ToArray();
        var random = new Random(7);
        var writers = Enumerable.Range(0, 4).Select(_ =>
        {
            var mine = events.ToArray();
            random.Shuffle(mine);
            return _model.ApplyInBatches(mine, 50);
        });
        await Task.WhenAll(writers);
        var together = await _model.Dump();

        await _model.Empty();
        await _model.Apply(events);
        Assert.Equal(await _model.Dump(), together);
    }
}
