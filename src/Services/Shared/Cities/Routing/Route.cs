using System.Collections.Immutable;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Routing;

/// <summary>The answer of the routing table.</summary>
/// <param name="Rule">The most specific rule in force.</param>
/// <param name="PassedOver">Rules that matched as well and were less specific, the next best first.</param>
/// <param name="Explanation">In words: which rule, which version, why.</param>
public sealed record Route(RoutingRule Rule, ImmutableArray<RoutingRule> PassedOver, LocalText Explanation)
{
    public UnitRef Lead => Rule.Lead;

    public ImmutableArray<UnitRef> Assisting => Rule.Assisting;
}
