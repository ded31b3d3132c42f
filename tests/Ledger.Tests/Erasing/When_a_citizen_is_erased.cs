using Hotline.Contracts.Cases;
using Hotline.Ledger.Appending;
using Npgsql;

namespace Hotline.Ledger.Tests.Erasing;

public sealed class When_a_citizen_is_erased(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    private readonly CaseId _id = new(Guid.CreateVersion7());

    [Fact]
    public async Task The_key_the_words_and_the_way_to_the_case_are_gone_and_the_chain_holds()
    {
        await Erase(await Append(await Append(LedgerHead.Empty, Sample.Received(_id)), Sample.Accepted(_id, 2)));

        var stored = await Stored();
        Assert.Null(stored.Key);
        Assert.Equal([1, 2, 3], stored.Rows.Select(row => row.Version));
        Assert.All(stored.Rows, row => Assert.DoesNotContain("水管", row.Data, StringComparison.Ordinal));
        Assert.All(stored.Rows, row => Assert.DoesNotContain("phoneHash", row.Data, StringComparison.Ordinal));
        Assert.Null(HashChain.FirstBreak(stored.Rows));
        var (events, head) = await fixture.Ledger.Load(_id, CancellationToken.None);
        Assert.All(events, recorded => Assert.Null(recorded.Event.Secrets));
        Assert.Equal(3, head.Version);
        Assert.Equal(stored.Rows[^1].Hash, head.Hash);
    }

    [Theory]
    [InlineData("set actor = 'nobody' where version = 1", 1)]
    [InlineData("set type = 'CaseDeclined' where version = 2", 1)]
    [InlineData("set data = replace(data::text, 'received', 'accepted')::json where version = 1", 1)]
    [InlineData("set actor = 'nobody' where version = 3", 3)]
    [InlineData("set at = at + interval '1 s' where version = 4", 4)]
    public async Task A_change_before_or_after_still_shows(string change, int broken)
    {
        var head = await Erase(await Append(await Append(LedgerHead.Empty, Sample.Received(_id)), Sample.Accepted(_id, 2)));
        await Append(head, Sample.Accepted(_id, 4));
        Assert.Null(HashChain.FirstBreak((await Stored()).Rows));

        await fixture.Execute($"""
            alter table cases.event disable trigger event_is_not_rewritten;
            update cases.event {change} and case_id = '{_id.Value}';
            alter table cases.event enable trigger event_is_not_rewritten
            """);

        Assert.Equal(broken, HashChain.FirstBreak((await Stored()).Rows));
    }

    [Fact]
    public async Task Not_even_then_may_an_entry_lose_more_than_its_words()
    {
        await Erase(await Append(LedgerHead.Empty, Sample.Received(_id)));

        await Assert.ThrowsAsync<PostgresException>(() => fixture.Execute($"update cases.event set actor = 'x' where case_id = '{_id.Value}'"));
    }

    [Fact]
    public async Task Whoever_wrote_first_wins_and_nothing_is_lost()
    {
        var head = await Append(LedgerHead.Empty, Sample.Received(_id));
        await Append(head, Sample.Accepted(_id, 2));

        var (result, _) = await fixture.Ledger.Erase(head, Erasing(2), Guid.NewGuid(), CancellationToken.None);

        Assert.Equal(AppendResult.VersionConflict, result);
        Assert.NotNull((await Stored()).Key);
    }

    private Task<StoredCase> Stored() => fixture.Table.Load(_id.Value, CancellationToken.None);

    private async Task<LedgerHead> Append(LedgerHead head, CaseEvent happened)
    {
        var (result, next) = await fixture.Ledger.Append(head, [happened], Guid.NewGuid(), CancellationToken.None);
        Assert.Equal(AppendResult.Appended, result);
        return next;
    }

    private async Task<LedgerHead> Erase(LedgerHead head)
    {
        var (result, next) = await fixture.Ledger.Erase(head, Erasing(head.Version + 1), Guid.NewGuid(), CancellationToken.None);
        Assert.Equal(AppendResult.Appended, result);
        return next;
    }

    private CitizenErased Erasing(int version)
    {
        var like = Sample.Accepted(_id, version);
        return new CitizenErased("第47条", "")
        {
            CaseId = _id,
            Number = like.Number,
            Version = version,
            At = like.At,
            Actor = "administrator:a",
            Case = like.Case with { Title = CaseSummary.Hidden, Citizen = new CitizenSummary(null, null, null, false, false, null) },
        };
    }
}
