using Hotline.Contracts.Cases;
using Hotline.Ledger.Appending;
using Npgsql;

namespace Hotline.Ledger.Tests.Appending;

public sealed class When_events_are_appended(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    private readonly CaseId _id = new(Guid.CreateVersion7());

    [Fact]
    public async Task They_are_read_back_in_order_with_personal_data_opened()
    {
        var head = await Append(LedgerHead.Empty, Sample.Received(_id));
        await Append(head, Sample.Accepted(_id, 2));

        var (events, _) = await fixture.Ledger.Load(_id, CancellationToken.None);

        Assert.Equal([1, 2], events.Select(recorded => recorded.Event.Version));
        Assert.Equal("张三", events[0].Event.Secrets?.Name);
    }

    [Fact]
    public async Task Personal_data_is_nowhere_in_the_row_in_clear()
    {
        await Append(LedgerHead.Empty, Sample.Received(_id));

        Assert.False(await Holds($"select count(*) > 0 from cases.event where case_id = '{_id.Value}' and (data::text like '%13812348000%' or data::text like '%张三%')"));
    }

    [Fact]
    public async Task Of_two_writers_of_one_version_the_first_wins_and_the_second_is_told()
    {
        var head = await Append(LedgerHead.Empty, Sample.Received(_id));

        var (first, _) = await fixture.Ledger.Append(head, [Sample.Accepted(_id, 2)], Guid.NewGuid(), CancellationToken.None);
        var (second, _) = await fixture.Ledger.Append(head, [Sample.Accepted(_id, 2)], Guid.NewGuid(), CancellationToken.None);

        Assert.Equal((AppendResult.Appended, AppendResult.VersionConflict), (first, second));
    }

    [Fact]
    public async Task Either_all_events_of_an_act_are_there_or_none()
    {
        var head = await Append(LedgerHead.Empty, Sample.Received(_id));
        await Append(head, Sample.Accepted(_id, 2));

        var (result, _) = await fixture.Ledger.Append(
            head with { Version = 1 }, [Sample.Accepted(_id, 3), Sample.Accepted(_id, 2)], Guid.NewGuid(), CancellationToken.None);

        Assert.Equal(AppendResult.VersionConflict, result);
        Assert.Equal(2, (await fixture.Table.Load(_id.Value, CancellationToken.None)).Rows.Count);
    }

    [Fact]
    public async Task The_chain_holds_until_somebody_changes_an_entry()
    {
        var head = await Append(LedgerHead.Empty, Sample.Received(_id));
        await Append(head, Sample.Accepted(_id, 2));
        Assert.Null(HashChain.FirstBreak((await fixture.Table.Load(_id.Value, CancellationToken.None)).Rows));

        // Only who may switch the trigger off can do this at all.
        await fixture.Execute($"""
            alter table cases.event disable trigger event_is_not_rewritten;
            update cases.event set actor = 'nobody' where case_id = '{_id.Value}' and version = 1;
            alter table cases.event enable trigger event_is_not_rewritten
            """);

        Assert.Equal(1, HashChain.FirstBreak((await fixture.Table.Load(_id.Value, CancellationToken.None)).Rows));
    }

    [Theory]
    [InlineData("update cases.event set actor = 'x'")]
    [InlineData("update cases.event set data = '{}'")]
    [InlineData("delete from cases.event")]
    [InlineData("truncate cases.event")]
    public async Task The_table_refuses_to_forget(string sql)
    {
        await Append(LedgerHead.Empty, Sample.Received(_id));

        await Assert.ThrowsAsync<PostgresException>(() => fixture.Execute(sql));
    }

    private async Task<LedgerHead> Append(LedgerHead head, CaseEvent @event)
    {
        var (result, next) = await fixture.Ledger.Append(head, [@event], Guid.NewGuid(), CancellationToken.None);
        Assert.Equal(AppendResult.Appended, result);
        return next;
    }

    private async Task<bool> Holds(string sql)
    {
        await using var command = fixture.Database.CreateCommand(sql);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
