using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Standing;

[Collection("process")]
public sealed class When_the_slower_lane_is_taken(InsightProcess insight) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow().AddDays(-1);

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Others_come_first_for_four_hours_and_nothing_is_left_out()
    {
        await insight.Apply([.. Abuses()]);
        var (slow, later, muchLater) = (Of("abuser", 4, Now), Of("b", 5, Now.AddHours(3)), Of("c", 6, Now.AddHours(5)));
        await insight.Apply(slow, later, muchLater);

        Assert.Equal([later.Number, slow.Number, muchLater.Number], (await List(Callers.Operator, "to-screen")).Select(item => item.Number));
        Assert.Equal([null, true, null], (await List(Callers.Operator, "to-screen")).Select(item => item.SlowerLane));
        var paged = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await insight.Get<CasePage>(Callers.Operator, $"/api/v1/worklists/to-screen?limit=1{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            paged.AddRange(page.Items.Select(item => item.Number));
            cursor = page.Cursor;
        }
        Assert.Equal([later.Number, slow.Number, muchLater.Number], paged);
    }

    [Fact]
    public async Task What_is_due_comes_first_all_the_same_and_units_know_nothing_of_it()
    {
        await insight.Apply([.. Abuses()]);
        var (slow, other) = (Of("abuser", 4, Now).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.HandleNear), Of("b", 5, Now).Then(Step.Accept, Step.Triage, Step.Dispatch, Step.Sign));
        await insight.Apply(slow, other);

        Assert.Equal([slow.Number, other.Number], (await List(Callers.Operator, "to-handle")).Select(item => item.Number));
        Assert.All(await List(Callers.WaterOfficer, "to-handle"), item => Assert.Null(item.SlowerLane));
    }

    [Fact]
    public async Task Abuse_that_is_proven_moves_what_waits_already_and_an_appeal_moves_it_back()
    {
        var (slow, other) = (Of("abuser", 4, Now), Of("b", 5, Now.AddHours(1)));
        await insight.Apply(slow, other);
        Assert.Equal([slow.Number, other.Number], (await List(Callers.Operator, "to-screen")).Select(item => item.Number));

        var abuses = Abuses().ToArray();
        await insight.Apply(abuses);
        Assert.Equal([other.Number, slow.Number], (await List(Callers.Operator, "to-screen")).Select(item => item.Number));

        await insight.Apply(abuses[0].Then(Step.Reopen));
        Assert.Equal([slow.Number, other.Number], (await List(Callers.Operator, "to-screen")).Select(item => item.Number));
    }

    private static IEnumerable<CaseStory> Abuses() =>
        Enumerable.Range(1, 3).Select(serial => Of("abuser", serial, Now.AddDays(-serial)).Then(Step.FindAbusive, Step.Decline));

    // Urgent, so that no night stands still between two of them.
    private static CaseStory Of(string citizen, int serial, DateTimeOffset at) => new(serial, at: at, phoneHash: citizen, with: one => one with { Urgency = Contracts.Cases.Urgency.Urgent });

    private async Task<IReadOnlyList<CaseItem>> List(Caller by, string list) => (await insight.Get<CasePage>(by, $"/api/v1/worklists/{list}")).Items;
}
