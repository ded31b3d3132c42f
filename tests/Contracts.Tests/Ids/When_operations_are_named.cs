using FsCheck;
using FsCheck.Xunit;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Contracts.Tests.Ids;

/// <summary>An id that came out differently after an update would let a redelivered event act twice.</summary>
public sealed class When_operations_are_named
{
    private static readonly CaseId Known = new(Guid.Parse("0198f3b2-c4d5-7e6f-8a9b-0c1d2e3f4051"));

    [Fact]
    public void These_ids_stand_in_ledgers()
    {
        Assert.Equal(Guid.Parse("5f58f95f-dd07-823c-a1a7-0a6a16a76f20"), Operation.IdFor("offer-cascade", Known, 7));
        Assert.Equal(Guid.Parse("c92264b8-3d9e-8f9f-9a4f-cc055aa58ed2"), Operation.IdFor("web", "键-1"));
    }

    [Property]
    public bool The_same_event_gives_the_same_id(NonNull<string> consumer, Guid id, int version) =>
        Operation.IdFor(consumer.Get, new CaseId(id), version) == Operation.IdFor(consumer.Get, new CaseId(id), version);

    [Property]
    public bool Another_version_gives_another_id(NonNull<string> consumer, Guid id, int version, int other) =>
        version == other == (Operation.IdFor(consumer.Get, new CaseId(id), version) == Operation.IdFor(consumer.Get, new CaseId(id), other));

    [Property]
    public bool Another_case_gives_another_id(NonNull<string> consumer, Guid id, Guid other, int version) =>
        id == other == (Operation.IdFor(consumer.Get, new CaseId(id), version) == Operation.IdFor(consumer.Get, new CaseId(other), version));

    [Property]
    public bool Another_consumer_gives_another_id(NonNull<string> consumer, NonNull<string> other, int version) =>
        consumer.Get == other.Get == (Operation.IdFor(consumer.Get, Known, version) == Operation.IdFor(other.Get, Known, version));

    [Property]
    public bool Keys_of_different_clients_never_meet(Guid client, Guid other, Guid key) =>
        client == other == (Operation.IdFor(client.ToString(), key.ToString()) == Operation.IdFor(other.ToString(), key.ToString()));

    [Fact]
    public void The_border_between_client_and_key_counts() =>
        Assert.NotEqual(Operation.IdFor("web", "1x"), Operation.IdFor("web1", "x"));

    [Property]
    public bool The_id_says_that_it_is_a_hash(NonNull<string> client, NonNull<string> key) =>
        Operation.IdFor(client.Get, key.Get) is { Version: 8, Variant: >= 8 and <= 11 };
}
