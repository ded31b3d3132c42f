using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Insight.Standing;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Standing;

[Collection("process")]
public sealed class When_a_citizen_abuses_the_line(InsightProcess insight) : IAsyncLifetime
{
    private static readonly Step[] Abused = [Step.FindAbusive, Step.Decline];

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Proven_abuse_adds_up_to_the_slower_lane_in_whatever_order_it_is_heard()
    {
        var now = TimeProvider.System.GetUtcNow();
        CaseStory[] stories = [.. Enumerable.Range(1, 3).Select(serial => Abuse(serial, now.AddDays(-serial)))];
        var events = stories.SelectMany(story => story.Events).ToList();
        events.Reverse();
        await insight.Apply([.. events, .. events]);
        await insight.Apply(Abuse(4, now, "somebody else"));

        var standing = await Standing(stories[0]);
        Assert.Equal((StandingLevel.Slow, 30, 30), (standing.Level, standing.Points, standing.SlowFrom));
        Assert.Equal([.. stories.Select(story => $"{story.Number} 10")], standing.Entries.Where(one => one.Finding == FindingKind.Abusive).Select(one => $"{one.Number} {one.Points}"));
        Assert.All(standing.Entries, entry => Assert.Equal("operator:wang", entry.DecidedBy));
        Assert.Equal(0, standing.Entries.First(entry => entry.Finding == FindingKind.TooVague).Points);
    }

    [Fact]
    public async Task An_appeal_takes_it_away_and_so_does_time()
    {
        var now = TimeProvider.System.GetUtcNow();
        var appealed = Abuse(1, now.AddDays(-1)).Then(Step.Reopen);
        await insight.Apply(appealed, Abuse(2, now.AddDays(-2)), Abuse(3, now.AddDays(-400)));

        var standing = await Standing(appealed);
        Assert.Equal((StandingLevel.Normal, 10), (standing.Level, standing.Points));
        Assert.NotNull(standing.Entries.First(entry => entry.Number == appealed.Number).OverturnedAt);
        Assert.Equal(3, standing.Entries.Select(entry => entry.Number).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_is_erased_stands_as_if_nothing_had_been()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (known, erased) = (Abuse(1, now.AddDays(-1)), Abuse(2, now.AddDays(-2)).Then(Step.Erase));
        var late = erased.Events.Reverse().ToList();
        await insight.Apply([.. known.Events, .. late]);
        await insight.Apply([.. erased.Events]);

        Assert.Equal([known.Number], (await Standing(known)).Entries.Select(entry => entry.Number).Distinct());
    }

    [Fact]
    public async Task No_case_of_a_sealed_lane_is_tied_to_its_citizen()
    {
        var now = TimeProvider.System.GetUtcNow();
        var hidden = new CaseStory(1, at: now.AddDays(-1), phoneHash: "one citizen").Then(Step.FindAbusive, Step.Accept, Step.Seal);
        var plain = Abuse(2, now);
        await insight.Apply(hidden, plain);

        Assert.Equal([null, plain.Number], (await Standing(plain)).Entries.Select(entry => entry.Number).Distinct().Order());
        Assert.Empty((await Standing(hidden)).Entries);
    }

    [Fact]
    public async Task Units_and_channels_do_not_learn_of_it()
    {
        var story = Abuse(1, TimeProvider.System.GetUtcNow());
        await insight.Apply(story);

        foreach (var other in (ServiceDefaults.Callers.Caller[])[Callers.WaterOfficer, Callers.WebChannel, Callers.Auditor])
            Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(other, $"/api/v1/cases/{story.Number}/standing"));
        Assert.Equal(HttpStatusCode.NotFound, await insight.Status(Callers.Operator, "/api/v1/cases/260301-999999-0/standing"));
    }

    private static CaseStory Abuse(int serial, DateTimeOffset at, string citizen = "one citizen") => new CaseStory(serial, at: at, phoneHash: citizen).Then(Abused);

    private Task<StandingView> Standing(CaseStory of) => insight.Get<StandingView>(Callers.Supervisor, $"/api/v1/cases/{of.Number}/standing");
}
