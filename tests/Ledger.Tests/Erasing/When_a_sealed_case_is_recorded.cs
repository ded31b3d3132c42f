using Hotline.Contracts.Cases;
using Hotline.Ledger.Appending;

namespace Hotline.Ledger.Tests.Erasing;

/// <summary>保密: what stands open in the ledger is what the bus tells everybody.</summary>
public sealed class When_a_sealed_case_is_recorded(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    private readonly CaseId _id = new(Guid.CreateVersion7());

    [Fact]
    public async Task Its_words_are_under_the_key_of_the_case_and_whole_again_for_whoever_has_it()
    {
        var received = Sample.Received(_id);
        var (_, head) = await fixture.Ledger.Append(LedgerHead.Empty, [received with { Case = Sealed(received.Case) }], Guid.NewGuid(), CancellationToken.None);
        var accepted = Sample.Accepted(_id, 2) with { Note = "情绪低落" };
        await fixture.Ledger.Append(head, [accepted with { Case = Sealed(accepted.Case) }], Guid.NewGuid(), CancellationToken.None);

        var stored = await fixture.Table.Load(_id.Value, CancellationToken.None);
        Assert.All(stored.Rows, row => Assert.DoesNotMatch("水管|情绪|fingerprint\":\"f", row.Data));
        Assert.Null(HashChain.FirstBreak(stored.Rows));

        var (events, _) = await fixture.Ledger.Load(_id, CancellationToken.None);
        var first = Assert.IsType<CaseReceived>(events[0].Event);
        Assert.Equal(("水管爆裂", "fingerprint", "张三"), (first.Text, first.Fingerprint, first.Secrets!.Name));
        Assert.Equal("情绪低落", Assert.IsType<CaseAccepted>(events[1].Event).Note);
    }

    private static CaseSummary Sealed(CaseSummary summary) => summary with { Sealed = true, Title = CaseSummary.Hidden };
}
