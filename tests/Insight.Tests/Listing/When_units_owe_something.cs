using Hotline.Insight.Listing;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Listing;

[Collection("process")]
public sealed class When_units_owe_something(InsightProcess insight) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_supervision_waits_on_a_list_until_it_is_answered()
    {
        Step[] late = [Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleMissed, Step.Supervise];
        var waits = new CaseStory(1).Then(late);
        await insight.Apply(waits, new CaseStory(2).Then([.. late, Step.AnswerSupervision]), new CaseStory(3).Then(Step.Accept));

        foreach (var reader in (Caller[])[Callers.Supervisor, Callers.WaterOfficer])
        {
            Assert.Equal([waits.Number], await Numbers(reader, "supervised"));
            Assert.Equal(1, await Count(reader, "supervised"));
        }
        Assert.Equal(0, await Count(Callers.RoadsSystem, "supervised"));
    }

    [Fact]
    public async Task What_a_unit_owes_another_is_on_its_own_list_and_makes_nobody_else_late()
    {
        Step[] asked = [Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Attach];
        var owed = new CaseStory(1).Then([.. asked, Step.AssistMissed]);
        await insight.Apply(owed, new CaseStory(2).Then([.. asked, Step.AssistMissed, Step.AssistDone]));

        foreach (var reader in (Caller[])[Callers.RoadsSystem, Callers.Operator])
        {
            Assert.Equal([owed.Number], await Numbers(reader, "to-assist"));
            Assert.Equal(1, await Count(reader, "to-assist"));
        }
        Assert.Empty(await Numbers(Callers.WaterOfficer, "to-assist"));
        Assert.Equal(0, await Count(Callers.WaterOfficer, "to-assist"));
        Assert.Empty(await Numbers(Callers.Operator, "overdue"));
        var help = Assert.Single((await insight.Get<CasePage>(Callers.RoadsSystem, "/api/v1/worklists/to-assist")).Items[0].Assists!);
        Assert.True(help is { Overdue: true, DoneAt: null, DueAt: not null }, help.ToString());
    }

    [Fact]
    public async Task Help_has_its_due_time_before_anybody_is_warned()
    {
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Attach);
        await insight.Apply(story);

        // Twelve hours of a pressing matter; that of the case itself is another.
        var due = story.Case.Assists![0].Since + TimeSpan.FromHours(12);
        var item = Assert.Single((await insight.Get<CasePage>(Callers.RoadsSystem, "/api/v1/worklists/to-assist")).Items);
        Assert.Equal((due, due), (item.DueAt, item.Assists![0].DueAt));
        Assert.NotEqual(due, Assert.Single((await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/to-handle")).Items).DueAt);

        await insight.Apply(story.Then(Step.Pause));
        Assert.Null(Assert.Single((await insight.Get<CasePage>(Callers.RoadsSystem, "/api/v1/worklists/to-assist")).Items).DueAt);
    }

    [Fact]
    public async Task Help_is_sorted_and_counted_by_its_own_clock_and_not_by_that_of_the_case()
    {
        Step[] asked = [Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Attach];
        var (late, leadLate) = (new CaseStory(2).Then([.. asked, Step.AssistMissed]), new CaseStory(1).Then([.. asked, Step.HandleMissed]));
        await insight.Apply(leadLate, late);

        foreach (var reader in (Caller[])[Callers.RoadsSystem, Callers.Operator])
        {
            var items = (await insight.Get<CasePage>(reader, "/api/v1/worklists/to-assist")).Items;
            Assert.Equal([(late.Number, true), (leadLate.Number, false)], items.Select(item => (item.Number, item.Overdue!.Value)));
            var count = (await insight.Get<WorklistCounts>(reader, "/api/v1/worklists")).Lists.Single(one => one.Name == "to-assist");
            Assert.Equal((2, 0, 1), (count.Cases, count.DueSoon, count.Overdue));
            var second = await insight.Get<CasePage>(reader, $"/api/v1/worklists/to-assist?limit=1&cursor={(await insight.Get<CasePage>(reader, "/api/v1/worklists/to-assist?limit=1")).Cursor}");
            Assert.Equal(leadLate.Number, Assert.Single(second.Items).Number);
        }
    }

    [Fact]
    public async Task A_supervision_over_help_waits_on_the_list_of_the_unit_that_owes_it()
    {
        var late = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Attach, Step.AssistMissed, Step.AssistSupervised);
        await insight.Apply(late);

        foreach (var (reader, count) in new[] { (Callers.RoadsSystem, 1), (Callers.Supervisor, 1), (Callers.WaterOfficer, 0) })
        {
            Assert.Equal(count, (await Numbers(reader, "supervised")).Count());
            Assert.Equal(count, await Count(reader, "supervised"));
        }
    }

    private async Task<IEnumerable<string>> Numbers(Caller by, string list) =>
        (await insight.Get<CasePage>(by, $"/api/v1/worklists/{list}")).Items.Select(item => item.Number);

    private async Task<long> Count(Caller by, string list) =>
        (await insight.Get<WorklistCounts>(by, "/api/v1/worklists")).Lists.Single(count => count.Name == list).Cases;
}
