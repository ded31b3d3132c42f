using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.Ledger.Appending;

namespace Hotline.Cases.Tests.Grains;

public sealed class When_a_case_is_active(CaseCluster cluster) : IClassFixture<CaseCluster>
{
    [Fact]
    public async Task The_same_submission_twice_is_one_case()
    {
        var id = await cluster.Received(cluster.One);

        var again = await CaseCluster.Receive(cluster.One, id);
        var elsewhere = await CaseCluster.Receive(cluster.Other, id);

        Assert.Equal((1, 1), (again.Value!.Case.Version, elsewhere.Value!.Case.Version));
        Assert.Single((await cluster.Table.Load(id.Value, CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var id = await cluster.Received(cluster.One);

        Assert.Equal("idempotency-key-reused", (await CaseCluster.Receive(cluster.One, id, "other body")).Error?.Code);
        Assert.Equal("idempotency-key-reused", (await CaseCluster.Receive(cluster.Other, id, "other body")).Error?.Code);
    }

    [Fact]
    public async Task An_unknown_case_is_said_to_be_unknown()
    {
        var grain = cluster.One.GetGrain<ICaseGrain>(new CaseId(Guid.CreateVersion7()).GrainKey);

        Assert.Equal("case-unknown", (await grain.Perform(new AcceptCase(Given.Operator, Guid.NewGuid()), CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task Only_who_may_sees_the_citizen_in_clear_and_only_by_unmasking()
    {
        var grain = cluster.One.GetGrain<ICaseGrain>((await cluster.Received(cluster.One)).GrainKey);

        Assert.Equal("张三", (await grain.Unmask(Given.Operator, CancellationToken.None)).Value?.Secrets?.Name);
        Assert.Null((await grain.Read(Given.Operator, CancellationToken.None)).Value?.Secrets);
        Assert.Equal("unmask-forbidden", (await grain.Unmask(Given.Web, CancellationToken.None)).Error?.Code);
        Assert.Equal("case-hidden", (await grain.Unmask(Given.WaterOfficer, CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task A_repeated_operation_changes_nothing_also_from_another_activation()
    {
        var id = await cluster.Received(cluster.One);
        var accept = new AcceptCase(Given.Operator, Guid.NewGuid());

        var first = await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(accept, CancellationToken.None);
        var again = await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(accept, CancellationToken.None);
        var elsewhere = await cluster.Other.GetGrain<ICaseGrain>(id.GrainKey).Perform(accept, CancellationToken.None);

        Assert.Equal((2, 2, 2), (first.Value!.Case.Version, again.Value!.Case.Version, elsewhere.Value!.Case.Version));
    }

    [Fact]
    public async Task Of_two_activations_one_wins_the_other_decides_again_and_nothing_is_lost()
    {
        for (var round = 0; round < 20; round++)
        {
            var id = await cluster.Received(cluster.One);
            // Both activations have the case loaded at version 1.
            await cluster.Other.GetGrain<ICaseGrain>(id.GrainKey).Read(Given.Operator, CancellationToken.None);

            var acts = await Task.WhenAll(
                cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(new AcceptCase(Given.Operator, Guid.NewGuid()), CancellationToken.None),
                cluster.Other.GetGrain<ICaseGrain>(id.GrainKey).Perform(new AcceptCase(Given.Operator, Guid.NewGuid()), CancellationToken.None));

            // Accepting twice is illegal: exactly one may have happened, and the other must know.
            Assert.Single(acts, outcome => outcome.Succeeded);
            Assert.Equal("illegal-transition", Assert.Single(acts, outcome => !outcome.Succeeded).Error?.Code);
            var rows = (await cluster.Table.Load(id.Value, CancellationToken.None)).Rows;
            Assert.Equal([1, 2], rows.Select(row => row.Version));
            Assert.Null(HashChain.FirstBreak(rows));
        }
    }

    [Fact]
    public async Task An_activation_that_was_overtaken_neither_answers_nor_refuses_from_memory()
    {
        var id = await cluster.Received(cluster.One);
        var overtaken = cluster.Other.GetGrain<ICaseGrain>(id.GrainKey);
        await overtaken.Read(Given.Operator, CancellationToken.None);
        await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(new AcceptCase(Given.Operator, Guid.NewGuid()), CancellationToken.None);

        Assert.Equal(CaseStatus.Accepted, (await overtaken.Read(Given.Operator, CancellationToken.None)).Value?.Case.Status);

        await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(new WithdrawCase(Given.Operator, Guid.NewGuid(), null), CancellationToken.None);
        // Reopening an open case is refused; this one was closed elsewhere.
        var reopened = await overtaken.Perform(new ReopenCase(Given.Operator, Guid.NewGuid(), "again"), CancellationToken.None);

        Assert.Null(reopened.Error);
    }

    [Fact]
    public async Task A_storage_failure_is_an_exception_and_the_next_call_starts_from_the_ledger()
    {
        var grain = cluster.One.GetGrain<ICaseGrain>((await cluster.Received(cluster.One)).GrainKey);
        await Execute("""
            create function disk_full() returns trigger language plpgsql as $$ begin raise 'no space left' using errcode = 'disk_full'; end $$;
            create trigger disk_full before insert on cases.event for each row when (new.actor = 'operator:unlucky') execute function disk_full()
            """);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            grain.Perform(new AcceptCase(Given.Operator with { Subject = "unlucky" }, Guid.NewGuid()), CancellationToken.None));
        var after = await grain.Perform(new AcceptCase(Given.Operator, Guid.NewGuid()), CancellationToken.None);

        Assert.Equal(CaseStatus.Accepted, after.Value?.Case.Status);
    }

    private async Task Execute(string sql)
    {
        await using var command = cluster.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
