using Hotline.Contracts.Cases;
using Hotline.Insight.Listing;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Listing;

[Collection("process")]
public sealed class When_a_list_is_sorted(InsightProcess insight) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_overdue_comes_before_what_is_due_soon_and_then_the_oldest()
    {
        var quiet = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign);
        var younger = new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign);
        var near = new CaseStory(3).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleNear);
        var missed = new CaseStory(4).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleNear, Step.HandleMissed);
        await insight.Apply(younger, near, quiet, missed);

        Assert.Equal([missed.Number, near.Number, quiet.Number, younger.Number], await Numbers("open"));
        Assert.Equal([missed.Number], await Numbers("overdue"));
        Assert.Equal([near.Number], await Numbers("due-soon"));
        Assert.Equal(1, await Count("overdue"));
        Assert.Equal(1, await Count("due-soon"));
    }

    [Fact]
    public async Task What_is_urgent_has_its_turn_before_what_came_earlier()
    {
        var early = new CaseStory(1).Then(Step.Accept);
        var urgent = new CaseStory(2, with: one => one with { Urgency = Urgency.Urgent }).Then(Step.Accept);
        await insight.Apply(early, urgent);

        Assert.Equal([urgent.Number, early.Number], await Numbers("to-triage"));
    }

    [Fact]
    public async Task What_nobody_was_warned_of_yet_has_a_due_time_too_and_is_sorted_by_it()
    {
        // Told: handling in five hours. By the policy: signing of a pressing matter within two.
        var told = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleNear);
        var untold = new CaseStory(2).Then(Step.Accept, Step.Triage, Step.Dispatch);
        var waits = new CaseStory(3).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Pause);
        // Nothing is due between the steps of the hotline's own desk.
        var triaged = new CaseStory(4).Then(Step.Accept, Step.Triage);
        await insight.Apply(told, untold, waits, triaged);

        var items = (await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/open")).Items.ToDictionary(item => item.Number, item => item.DueAt);
        Assert.Equal(untold.Case.DispatchedAt + TimeSpan.FromHours(2), items[untold.Number]);
        Assert.Equal(((DeadlineApproached)told.Events[^1]).DueAt, items[told.Number]);
        Assert.Equal((null, null), (items[waits.Number], items[triaged.Number]));
        var numbers = await Numbers("open");
        Assert.True(numbers.IndexOf(untold.Number) < numbers.IndexOf(told.Number));
        Assert.Equal(waits.Number, numbers[^1]);
    }

    [Fact]
    public async Task Time_that_a_case_waited_and_more_time_that_was_given_count()
    {
        var (plain, paused) = (new CaseStory(1), new CaseStory(2));
        plain.Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact);
        paused.Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact, Step.Pause, Step.Resume);
        await insight.Apply(plain, paused);

        var due = (await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/to-handle")).Items.ToDictionary(item => item.Number, item => item.DueAt);
        Assert.Equal(plain.Case.HandlingSince + TimeSpan.FromHours(24), due[plain.Number]);
        // The story takes three minutes a step.
        Assert.Equal(paused.Case.HandlingSince + TimeSpan.FromHours(24) + TimeSpan.FromMinutes(3), due[paused.Number]);
    }

    [Fact]
    public async Task Pages_go_on_among_cases_that_wait()
    {
        var waiting = Enumerable.Range(1, 3).Select(i => new CaseStory(i).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Pause)).ToList();
        await insight.Apply([.. waiting, new CaseStory(4)]);

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await insight.Get<CasePage>(Callers.Operator, $"/api/v1/worklists/open?limit=1{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            seen.AddRange(page.Items.Select(item => item.Number));
            cursor = page.Cursor;
        }
        Assert.Equal(waiting.Select(story => story.Number), seen.Skip(1));
    }

    private async Task<List<string>> Numbers(string list) =>
        [.. (await insight.Get<CasePage>(Callers.Operator, $"/api/v1/worklists/{list}")).Items.Select(item => item.Number)];

    private async Task<long> Count(string list) =>
        (await insight.Get<WorklistCounts>(Callers.Operator, "/api/v1/worklists")).Lists.Single(count => count.Name == list).Cases;
}
