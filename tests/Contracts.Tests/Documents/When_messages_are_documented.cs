using Hotline.Contracts.Cases;
using Hotline.Contracts.Tests.Samples;

namespace Hotline.Contracts.Tests.Documents;

public sealed class When_messages_are_documented
{
    private static readonly string Document = Repository.PathOf("docs", "MESSAGES.md");

    private static readonly IReadOnlyList<Subscription> Subscriptions = Subscription.OfAllServices();

    [Fact]
    public void The_table_is_current()
    {
        var now = MessageTable.Write(Subscriptions);
        if (Repository.Accepts)
            File.WriteAllText(Document, now);

        Assert.True(File.Exists(Document), "docs/MESSAGES.md is missing: run this test once with HOTLINE_ACCEPT_GOLDEN=1.");
        Assert.Equal(now, File.ReadAllText(Document));
    }

    [Fact]
    public void Consumers_were_found_in_the_sources()
    {
        Assert.Contains(new Subscription("Dispatch", "OfferCascade", nameof(CaseAccepted)), Subscriptions);
        Assert.Contains(Subscriptions, subscription => subscription.TakesAll);
    }

    [Fact]
    public void Every_subscription_is_to_an_event_that_exists() =>
        Assert.Empty(Subscriptions.Where(subscription => !subscription.TakesAll).Select(subscription => subscription.Event)
            .Except(CaseEventTypes.All.Select(CaseEventTypes.NameOf)));
}
