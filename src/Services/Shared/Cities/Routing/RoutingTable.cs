using System.Collections.Immutable;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Routing;

/// <summary>
/// Finds the unit in charge. The most specific rule wins: first the deeper category, then a ruling over the city's file, for it was given over what the
/// file said; then an area over anywhere, a kind over any kind, the last ruling over earlier ones, the rule that came into force later, the higher version.
/// </summary>
public sealed class RoutingTable
{
    private readonly TimeZoneInfo _zone;

    public RoutingTable(IEnumerable<RoutingRule> rules, TimeZoneInfo zone)
    {
        _zone = zone;
        Rules = [.. rules
            .OrderByDescending(Depth)
            .ThenByDescending(rule => rule.Ruling is not null)
            .ThenByDescending(rule => rule.Area is not null)
            .ThenByDescending(rule => rule.Kind is not null)
            .ThenByDescending(rule => rule.Ruling?.At ?? DateTimeOffset.MinValue)
            .ThenByDescending(rule => rule.EffectiveFrom)
            .ThenByDescending(rule => rule.Version)
            .ThenBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    /// <summary>The most specific first.</summary>
    public ImmutableArray<RoutingRule> Rules { get; }

    /// <summary>The same table with rules that came from rulings; those already there stay.</summary>
    public RoutingTable With(IEnumerable<RoutingRule> rulings) => new(Rules.Concat(rulings), _zone);

    /// <summary>The unit for a matter, or null when no rule is in force for it.</summary>
    /// <param name="at">Rules hold by the local day of this instant.</param>
    public Route? Route(string category, string? area, CaseKind kind, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
        ImmutableArray<RoutingRule> matching = [.. Rules.Where(rule => rule.Matches(category, area, kind, day))];
        return matching.IsEmpty ? null : new Route(matching[0], matching.RemoveAt(0), Explain(matching[0], category));
    }

    private static LocalText Explain(RoutingRule rule, string category) => new(
        $"规则 {rule.Id} 第 {rule.Version} 版（{rule.EffectiveFrom:yyyy-MM-dd} 起）：{category}，{rule.Area ?? "全市"} → {rule.Lead}。{rule.Why.Zh}",
        $"Rule {rule.Id} version {rule.Version} (since {rule.EffectiveFrom:yyyy-MM-dd}): {category}, {rule.Area ?? "whole city"} → {rule.Lead}. {rule.Why.En}");

    private static int Depth(RoutingRule rule) => rule.Category == "*" ? 0 : rule.Category.Count(c => c == '.') + 1;
}
