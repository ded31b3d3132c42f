using Hotline.Cities.Categories;
using Hotline.Cities.Reading;
using Hotline.Cities.Routing;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Checking;

/// <summary>Every efficiency matter has somebody in charge, anywhere in the city, from the day the first rule holds and without an end.</summary>
internal static class RoutingCoverage
{
    public static void Check(CityDraft draft, Faults faults)
    {
        if (draft.Rules.Count == 0)
            return;

        var first = draft.Rules.Min(one => one.Value.EffectiveFrom);
        foreach (var (category, at) in draft.Categories.Where(one => one.Value is { IsLeaf: true, Kind: CaseKind.Efficiency }))
        {
            if (FirstUncovered(category, draft.Rules, first) is { } day)
                faults.Add(at, $"no routing rule for '{category.Code}' on {day:yyyy-MM-dd}: a rule for the whole city is needed");
        }
    }

    private static DateOnly? FirstUncovered(Category category, List<Sourced<RoutingRule>> rules, DateOnly first)
    {
        var everywhere = rules.Select(one => one.Value)
            .Where(rule => rule.Area is null && (rule.Kind ?? CaseKind.Efficiency) == CaseKind.Efficiency && CategoryTree.IsUnder(category.Code, rule.Category))
            .OrderBy(rule => rule.EffectiveFrom);
        var next = first;
        foreach (var rule in everywhere.TakeWhile(rule => rule.EffectiveFrom <= next))
        {
            if (rule.EffectiveTo is not { } last || last == DateOnly.MaxValue)
                return null;
            if (last >= next)
                next = last.AddDays(1);
        }

        return next;
    }
}
