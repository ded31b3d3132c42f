using Hotline.Insight.Figuring;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Figuring;

/// <summary>For whom a case counts as due: it is forgotten by no hand-over, and undone by what undoes it only.</summary>
[Collection("process")]
public sealed class When_a_unit_is_late(InsightProcess insight)
{
    private static readonly Step[] Late = [Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed];
    private static readonly Step[] Elsewhere = [Step.Assist, Step.Sign, Step.Contact];
    private static readonly Step[] Ended = [Step.Reply, Step.VisitPleased, Step.Close];

    [Fact]
    public async Task A_case_handed_on_stays_due_for_the_unit_and_for_the_city_until_it_is_closed()
    {
        var story = new CaseStory(1).Then([.. Late, .. Elsewhere]);
        await Told(story, city: (0, 1), water: (0, 1), roads: (0, 0));
        await Told(story.Then(Ended), city: (1, 1), water: (0, 1), roads: (1, 1));
    }

    [Fact]
    public async Task A_case_taken_back_is_due_while_nobody_has_it()
    {
        var story = new CaseStory(1).Then([.. Late, Step.TakeBack]);
        await Told(story, city: (0, 1), water: (0, 1), roads: (0, 0));
        // Given to the same unit again, and closed by it, it is closed.
        await Told(story.Then([Step.Dispatch, Step.Sign, .. Ended]), city: (1, 1), water: (1, 1), roads: (0, 0));
    }

    [Fact]
    public async Task A_case_taken_back_before_its_time_was_up_is_due_for_the_unit_alone() =>
        await Told(new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.TakeBack, Step.Assist), city: (0, 0), water: (0, 1), roads: (0, 0));

    [Fact]
    public async Task What_was_due_is_due_when_it_is_done_again()
    {
        var story = new CaseStory(1).Then([.. Late, Step.Sign, Step.Contact, Step.Reply, Step.VisitDispleased, Step.Redo]);
        await Told(story, city: (0, 1), water: (0, 1), roads: (0, 0));
        await Told(story.Then(Ended), city: (1, 1), water: (1, 1), roads: (0, 0));
    }

    [Fact]
    public async Task What_was_closed_is_due_again_when_its_new_time_has_passed()
    {
        var story = new CaseStory(1).Then([.. Late, Step.Sign, Step.Contact, .. Ended, Step.Reopen]);
        await Told(story, city: (0, 0), water: (0, 0), roads: (0, 0));
        await Told(story.Then(Step.HandleMissed), city: (0, 1), water: (0, 1), roads: (0, 0));
    }

    [Fact]
    public async Task Opened_again_it_stays_due_for_the_unit_that_had_lost_it()
    {
        var story = new CaseStory(1).Then([.. Late, Step.TakeBack, .. Elsewhere, .. Ended, Step.Reopen]);
        await Told(story, city: (0, 0), water: (0, 1), roads: (0, 0));
    }

    [Fact]
    public async Task What_is_due_later_now_was_not_missed()
    {
        await Told(new CaseStory(1).Then([.. Late, Step.HandleMoved]), city: (0, 0), water: (0, 0), roads: (0, 0));
        await Told(new CaseStory(2).Then([.. Late, Step.Extend]), city: (0, 0), water: (0, 0), roads: (0, 0));
    }

    [Fact]
    public async Task A_new_time_that_is_moved_does_not_undo_what_was_missed_before_it()
    {
        await Told(new CaseStory(1).Then([.. Late, Step.Sign, Step.Contact, Step.Reply, Step.VisitDispleased, Step.Redo, Step.HandleNear, Step.HandleMoved]), city: (0, 1), water: (0, 1), roads: (0, 0));
        await Told(new CaseStory(2).Then([.. Late, .. Elsewhere, Step.HandleNear, Step.HandleMoved]), city: (0, 1), water: (0, 1), roads: (0, 0));
    }

    [Fact]
    public async Task An_answer_done_again_has_a_time_too() =>
        await Told(new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.ReworkMissed), city: (0, 1), water: (0, 1), roads: (0, 0));

    [Fact]
    public async Task A_call_back_that_comes_late_is_the_citys() =>
        await Told(new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact, Step.Reply, Step.VisitMissed), city: (0, 1), water: (0, 0), roads: (0, 0));

    [Fact]
    public async Task Contact_that_never_came_counts_for_the_unit_that_lost_the_case()
    {
        await insight.Empty();
        await insight.Apply(new CaseStory(1).Then([Step.Accept, Step.Triage, Step.Dispatch, Step.ContactMissed, Step.TakeBack, .. Elsewhere]));

        Assert.Equal([(0, 1), (0, 1), (1, 1)], await Read(group => group.Response));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_return_wipes_what_was_missed_unless_it_is_rejected(bool rejected, long due)
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.ContactMissed, Step.Return);
        await insight.Empty();
        await insight.Apply(rejected ? story.Then(Step.RejectReturn, Step.Dispatch) : story);

        Assert.Equal([(0, due), (0, due), (0, 0)], await Read(group => group.Response));
    }

    private async Task Told(CaseStory story, (long, long) city, (long, long) water, (long, long) roads)
    {
        await insight.Empty();
        await insight.Apply(story);
        Assert.Equal([city, water, roads], await Read(group => group.Completion));
        // The rows say the same as the counts that are kept.
        Assert.Equal([city, water, roads], await Read(group => group.Completion, "&category=utilities"));
    }

    /// <summary>Of the city, the waterworks and the roads department.</summary>
    private async Task<List<(long, long)>> Read(Func<FigureGroup, Ratio> figure, string narrowed = "")
    {
        var found = new List<(long, long)>();
        foreach (var unit in new[] { "", "&unit=dept.water", "&unit=dept.roads" })
        {
            var ratio = figure(Assert.Single((await insight.Get<FigureBreakdown>(Callers.Auditor, "/api/v1/figures?from=2026-01-01" + unit + narrowed)).Groups));
            found.Add((ratio.Numerator, ratio.Denominator));
        }
        return found;
    }
}
