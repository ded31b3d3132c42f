using Hotline.Contracts.Cases;
using Hotline.Hosting.Bus;

namespace Hotline.Dispatch.Routing;

/// <summary>Makes a routing rule of each ruling that shall hold for more than its case. The table knows the event, so hearing it twice is harmless.</summary>
internal sealed class RulingKeeper(RuleTable rules, RuleBook book) : IConsume<RulingGiven>
{
    public async Task Consume(RulingGiven message, CancellationToken cancellationToken)
    {
        if (message.Scope is not { } scope)
            return;
        await rules.Add(message, scope, cancellationToken);
        book.Forget();
    }
}
