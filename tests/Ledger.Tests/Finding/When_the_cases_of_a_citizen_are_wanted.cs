using Hotline.Contracts.Cases;
using Hotline.Ledger.Appending;
using Hotline.Ledger.Finding;

namespace Hotline.Ledger.Tests.Finding;

public sealed class When_the_cases_of_a_citizen_are_wanted(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    private CitizenCases Cases => new(fixture.Database);

    [Fact]
    public async Task All_of_them_are_found_and_nobody_elses_also_those_that_came_since()
    {
        var (first, other) = (await Append("one"), await Append("other"));
        Assert.Equal([first], await Cases.Of("one", CancellationToken.None));

        var second = await Append("one");

        Assert.Equal([first, second], await Cases.Of("one", CancellationToken.None));
        Assert.Equal([other], await Cases.Of("other", CancellationToken.None));
        Assert.Empty(await Cases.Of("nobody", CancellationToken.None));
    }

    [Fact]
    public async Task Those_who_ask_at_once_all_find_them()
    {
        var id = await Append("wanted");

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Cases.Of("wanted", CancellationToken.None)));

        Assert.All(found, cases => Assert.Equal([id], cases));
    }

    private async Task<CaseId> Append(string phoneHash)
    {
        var id = new CaseId(Guid.CreateVersion7());
        var received = Sample.Received(id);
        received = received with { Case = received.Case with { Citizen = received.Case.Citizen with { PhoneHash = phoneHash } } };
        await fixture.Ledger.Append(LedgerHead.Empty, [received], Guid.NewGuid(), CancellationToken.None);
        return id;
    }
}
