using Hotline.Cities.Reading;
using Hotline.Cities.Routing;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Checking;

/// <summary>Routing rules name known things and never contradict each other.</summary>
internal static class RuleChecks
{
    public static void Check(CityDraft draft, KnownCodes known, Faults faults)
    {
        foreach (var (rule, at) in draft.Rules)
        {
            if (rule.Id.StartsWith(RoutingRule.RulingPrefix, StringComparison.Ordinal))
                faults.Add(at, $"rule '{rule.Id}' is named like the rule of a ruling; ids must not begin with '{RoutingRule.RulingPrefix}'");
            if (rule.Category != "*")
                known.Category(rule.Category, at);
            if (rule.Area is not null)
                known.Areas([rule.Area], at);
            Units(rule, at, known, faults);
        }

        Versions(draft.Rules, faults);
        Contradictions(draft.Rules, faults);
    }

    private static void Units(RoutingRule rule, Position at, KnownCodes known, Faults faults)
    {
        foreach (var unit in rule.Assisting.Prepend(rule.Lead))
        {
            known.Unit(unit, at);
            if (unit != default && unit.Kind != UnitKind.Department)
                faults.Add(at, $"'{unit}' is not a department");
        }

        if (rule.Assisting.Contains(rule.Lead))
            faults.Add(at, $"'{rule.Lead}' leads and assists");
    }

    private static void Versions(List<Sourced<RoutingRule>> rules, Faults faults)
    {
        foreach (var (rule, other) in Pairs(rules.GroupBy(one => one.Value.Id)))
        {
            if (rule.Value.Version != other.Value.Version && rule.Value.Overlaps(other.Value))
                faults.Add(other.At, $"rule '{rule.Value.Id}' version {other.Value.Version} overlaps version {rule.Value.Version} in line {rule.At.Line}");
        }
    }

    private static void Contradictions(List<Sourced<RoutingRule>> rules, Faults faults)
    {
        foreach (var (rule, other) in Pairs(rules.GroupBy(one => (one.Value.Category, one.Value.Area, one.Value.Kind))))
        {
            if (rule.Value.Id != other.Value.Id && rule.Value.Overlaps(other.Value))
                faults.Add(other.At, $"rule '{other.Value.Id}' is for the same matters and days as rule '{rule.Value.Id}' in line {rule.At.Line}");
        }
    }

    private static IEnumerable<(Sourced<RoutingRule>, Sourced<RoutingRule>)> Pairs<TKey>(IEnumerable<IGrouping<TKey, Sourced<RoutingRule>>> groups) =>
        groups.SelectMany(group => group.SelectMany((one, index) => group.Skip(index + 1).Select(other => (one, other))));
}
