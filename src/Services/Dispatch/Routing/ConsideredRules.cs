using Hotline.Cities.Categories;
using Hotline.Cities.Routing;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Routing;

/// <summary>What became of a rule when a matter was routed.</summary>
public enum RuleVerdict
{
    /// <summary>It says where the matter goes.</summary>
    Followed,

    /// <summary>It matched and came before the one followed, but its department takes no cases now.</summary>
    UnitTakesNoCases,

    /// <summary>It matched, but another rule came before it: more specific, or a later ruling.</summary>
    ComesAfter,
    OtherArea,
    OtherKind,
    NotYetInForce,
    Ended,
    RolledBack,
}

/// <summary>A rule for the category of a matter, and what became of it.</summary>
/// <param name="Rule">Id and version.</param>
/// <param name="Area">Absent: anywhere.</param>
public sealed record ConsideredRule(string Rule, string Category, string? Area, UnitRef Lead, RuleVerdict Verdict);

/// <summary>Every rule that could have said where a matter goes, in the order they were asked, and why it did or did not.</summary>
internal static class ConsideredRules
{
    /// <param name="followed">Citation of the rule that was followed; null when none was.</param>
    public static IReadOnlyList<ConsideredRule> Of(RulePage page, RouteQuestion question, DateOnly today, string? followed)
    {
        var before = true;
        var considered = new List<ConsideredRule>();
        foreach (var rule in page.All.Rules.Where(rule => CategoryTree.IsUnder(question.Category, rule.Category)))
        {
            var verdict = Mismatch(page, rule, question, today)
                ?? (rule.Citation == followed ? RuleVerdict.Followed : before ? RuleVerdict.UnitTakesNoCases : RuleVerdict.ComesAfter);
            before &= verdict != RuleVerdict.Followed;
            considered.Add(new ConsideredRule(rule.Citation, rule.Category, rule.Area, rule.Lead, verdict));
        }
        return considered;
    }

    private static RuleVerdict? Mismatch(RulePage page, RoutingRule rule, RouteQuestion question, DateOnly today) =>
        page.Rulings.GetValueOrDefault(rule.Citation)?.RolledBack is not null ? RuleVerdict.RolledBack
        : today < rule.EffectiveFrom ? RuleVerdict.NotYetInForce
        : !rule.IsEffective(today) ? RuleVerdict.Ended
        : rule.Kind is { } kind && kind != question.Kind ? RuleVerdict.OtherKind
        : rule.Area is { } area && area != question.Area ? RuleVerdict.OtherArea
        : null;
}
