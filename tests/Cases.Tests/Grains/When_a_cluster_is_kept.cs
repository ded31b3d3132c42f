using System.Text.Json;
using Hotline.Cases.Following;
using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Microsoft.Extensions.Logging.Abstractions;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.Tests.Grains;

/// <summary>The keeper is told what stands in the ledger, at least once and in whatever order.</summary>
public sealed class When_a_cluster_is_kept(CaseCluster cluster) : IClassFixture<CaseCluster>
{
    private const string Answer = "人民路水管爆裂已修复";
    [Fact]
    public async Task Every_follower_has_the_answer_once_also_when_it_joins_late()
    {
        var lead = await InProgress();
        var (early, late) = (await Follower(lead), await Follower(lead));
        await Tell(early);
        Assert.Equal(1, (await See(lead)).Case.Followers);

        await Do(lead, new ReplyCase(Given.WaterOfficer, Guid.NewGuid(), null, Answer, []));
        await Tell(lead);
        await Tell(late);
        // Again, all of it.
        await Tell(early);
        await Tell(lead);

        foreach (var follower in new[] { early, late })
        {
            Assert.Equal((AwaitingVisit, Answer), ((await See(follower)).Case.Status, (await See(follower)).Answer));
            Assert.Single((await Events(follower)).OfType<CaseReplied>());
        }
        Assert.Equal(2, (await See(lead)).Case.Followers);
    }

    [Fact]
    public async Task Nobody_hangs_when_the_lead_is_taken_back()
    {
        var lead = await InProgress();
        var (early, late) = (await Follower(lead), await Follower(lead));
        await Tell(early);
        await Do(lead, new WithdrawCase(Given.Operator, Guid.NewGuid(), null));
        await Tell(lead);
        await Tell(late);

        foreach (var follower in new[] { early, late })
            Assert.Equal((Accepted, null), ((await See(follower)).Case.Status, (await See(follower)).Case.MergedInto));
    }

    [Fact]
    public async Task An_answer_that_closed_the_lead_reaches_whoever_was_on_the_way()
    {
        var lead = await InProgress();
        var late = await Follower(lead);
        await Do(lead, new ReplyCase(Given.WaterOfficer, Guid.NewGuid(), null, Answer, []));
        await Do(lead, new VisitCase(Given.Operator, Guid.NewGuid(), new VisitAnswers(true, true, Satisfaction.Satisfied), null, false));
        await Tell(late);

        Assert.Equal(AwaitingVisit, (await See(late)).Case.Status);
    }

    [Fact]
    public async Task The_lead_forgets_who_left_whichever_news_comes_first()
    {
        var lead = await InProgress();
        var (unmerged, withdrawn) = (await Follower(lead), await Follower(lead));
        await Do(unmerged, new UnmergeCase(Given.Operator, Guid.NewGuid(), null, "并非同一事项"));
        await Do(withdrawn, new WithdrawCase(Given.Operator, Guid.NewGuid(), null));
        foreach (var one in (await Events(unmerged)).Reverse())
            await Tell(one);
        await Tell(withdrawn);

        Assert.Equal(0, (await See(lead)).Case.Followers);
        Assert.Equal(Accepted, (await See(unmerged)).Case.Status);
    }

    [Fact]
    public async Task Who_left_a_closed_lead_is_taken_off_it_when_it_is_opened_again()
    {
        var lead = await InProgress();
        var follower = await Follower(lead);
        await Tell(follower);
        await Do(lead, new ReplyCase(Given.WaterOfficer, Guid.NewGuid(), null, Answer, []));
        await Tell(lead);
        foreach (var one in new[] { lead, follower })
            await Do(one, new VisitCase(Given.Operator, Guid.NewGuid(), new VisitAnswers(true, true, Satisfaction.Satisfied), null, false));
        await Do(follower, new ReopenCase(Given.Operator, Guid.NewGuid(), "又漏水了"));
        await Tell(follower);
        Assert.Equal((Dispatched, 1), ((await See(follower)).Case.Status, (await See(lead)).Case.Followers));

        await Do(lead, new ReopenCase(Given.Operator, Guid.NewGuid(), "又漏水了"));
        await Tell(lead);

        Assert.Equal(0, (await See(lead)).Case.Followers);
    }

    private async Task<CaseId> InProgress()
    {
        var id = await cluster.Received(cluster.One);
        await Do(id, new TriageCase(Given.Operator, Guid.NewGuid(), "c", null, null, null, false, null, null));
        await Do(id, new DispatchCase(Given.Operator, Guid.NewGuid(), Given.Water, [], null, null));
        await Do(id, new SignCase(Given.WaterOfficer, Guid.NewGuid()));
        return id;
    }

    private async Task<CaseId> Follower(CaseId lead)
    {
        var id = await cluster.Received(cluster.One);
        var into = new CaseReference(lead, (await See(lead)).Case.Number);
        await Do(id, new MergeCase(Given.Operator, Guid.NewGuid(), into, CaseKind.Efficiency, null));
        return id;
    }

    private async Task Do(CaseId id, CaseAct act) =>
        Assert.Null((await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(act, CancellationToken.None)).Error);

    private async Task<CaseView> See(CaseId id) => (await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Read(Given.Operator, CancellationToken.None)).Value!;

    private async Task<IReadOnlyList<CaseEvent>> Events(CaseId id) =>
        [.. (await cluster.Table.Load(id.Value, CancellationToken.None)).Rows.Select(row => (CaseEvent)JsonSerializer.Deserialize(row.Data, CaseEventTypes.Of(row.Type), CaseJson.Options)!)];

    private async Task Tell(CaseId id)
    {
        foreach (var one in await Events(id))
            await Tell(one);
    }

    // As the bus does, to whatever the keeper listens to.
    private Task Tell(CaseEvent happened)
    {
        var keeper = new ClusterKeeper(cluster.One, NullLogger<ClusterKeeper>.Instance);
        return happened switch
        {
            CaseMerged one => keeper.Consume(one, CancellationToken.None),
            CaseUnmerged one => keeper.Consume(one, CancellationToken.None),
            CaseReplied one => keeper.Consume(one, CancellationToken.None),
            CaseDeclined one => keeper.Consume(one, CancellationToken.None),
            CaseWithdrawn one => keeper.Consume(one, CancellationToken.None),
            CaseReopened one => keeper.Consume(one, CancellationToken.None),
            _ => Task.CompletedTask,
        };
    }
}
