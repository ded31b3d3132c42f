using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Ledger.Appending;

namespace Hotline.Cases.Tests.Grains;

public sealed class When_a_citizen_is_erased(CaseCluster cluster) : IClassFixture<CaseCluster>
{
    [Fact]
    public async Task Nothing_of_them_is_left_anywhere_and_the_chain_holds()
    {
        var id = await Withdrawn();

        Assert.Null((await Erase(id)).Error);

        foreach (var grains in new[] { cluster.One, cluster.Other })
        {
            var view = (await grains.GetGrain<ICaseGrain>(id.GrainKey).Read(Given.Administrator, CancellationToken.None)).Value!;
            Assert.Equal(("***", "***", CaseStatus.Closed, CloseOutcome.Withdrawn), (view.Case.Title, view.Text, view.Case.Status, view.Case.Outcome));
            Assert.Equal(new CitizenSummary(null, null, null, false, false, null), view.Case.Citizen);
            Assert.Equal("citizen-erased", (await grains.GetGrain<ICaseGrain>(id.GrainKey).Unmask(Given.Operator, CancellationToken.None)).Error?.Code);
        }
        var stored = await cluster.Table.Load(id.Value, CancellationToken.None);
        Assert.Null(stored.Key);
        Assert.Null(HashChain.FirstBreak(stored.Rows));
        Assert.All(stored.Rows, row => Assert.DoesNotMatch(@"水管|张|138\*|人民路|自己修好了|29\.12", row.Data));
    }

    [Fact]
    public async Task Nothing_more_is_done_to_the_case()
    {
        var id = await Withdrawn();
        await Erase(id);

        var grain = cluster.Other.GetGrain<ICaseGrain>(id.GrainKey);
        Assert.Equal("citizen-erased", (await grain.Perform(new ReopenCase(Given.Operator, Guid.NewGuid(), "又坏了"), CancellationToken.None)).Error?.Code);
        Assert.Equal("citizen-erased", (await grain.Perform(new EraseCitizen(Given.Administrator, Guid.NewGuid(), "再次"), CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task A_repetition_changes_nothing()
    {
        var id = await Withdrawn();
        var operation = Guid.NewGuid();

        var first = await Erase(id, operation);
        var again = await Erase(id, operation);

        Assert.Equal(first.Value!.Case.Version, again.Value!.Case.Version);
    }

    [Fact]
    public async Task A_case_that_is_still_open_keeps_its_citizen()
    {
        var id = await cluster.Received(cluster.One);

        Assert.Equal("illegal-transition", (await Erase(id)).Error?.Code);
        Assert.NotNull((await cluster.Table.Load(id.Value, CancellationToken.None)).Key);
    }

    private async Task<CaseId> Withdrawn()
    {
        var id = await cluster.Received(cluster.One);
        await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(new WithdrawCase(Given.Operator, Guid.NewGuid(), "自己修好了"), CancellationToken.None);
        return id;
    }

    private Task<Outcome<CaseView>> Erase(CaseId id, Guid? operation = null) => cluster.One.GetGrain<ICaseGrain>(id.GrainKey)
        .Perform(new EraseCitizen(Given.Administrator, operation ?? Guid.NewGuid(), "个人信息保护法第47条"), CancellationToken.None);
}
