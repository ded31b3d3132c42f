using System.Globalization;
using Hotline.Cities.Routing;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Dispatch.Routing;

/// <summary>How a rule stands today.</summary>
public enum RuleState
{
    /// <summary>Followed, unless a more specific rule matches.</summary>
    InForce,

    /// <summary>Its first day is still to come.</summary>
    NotYetInForce,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>A later ruling on the same matters is in force instead of it.</summary>
    Superseded,

    /// <summary>Ended before its time; see who did it and why.</summary>
    RolledBack,
}

/// <summary>派单规则: one version of a routing rule.</summary>
/// <param name="Rule">Id and version, as a case cites it: <c>R-016@1</c>.</param>
/// <param name="Area">Area code; absent: anywhere.</param>
/// <param name="Kind">Absent: any kind.</param>
/// <param name="From">First local day.</param>
/// <param name="Until">Last local day; absent: without an end.</param>
/// <param name="Why">The duty, agreement or ruling behind it, in the reader's language.</param>
/// <param name="Ruling">The ruling that made it; absent for a rule of the city's file.</param>
/// <param name="RolledBack">Who ended it, and why.</param>
public sealed record RuleView(
    string Rule,
    string Id,
    int Version,
    RuleState State,
    string Category,
    string? Area,
    CaseKind? Kind,
    UnitRef Lead,
    IReadOnlyList<UnitRef> Assisting,
    DateOnly From,
    DateOnly? Until,
    string Why,
    RuleRuling? Ruling,
    RollBack? RolledBack);

/// <summary>认定 behind a rule.</summary>
/// <param name="Number">Case in which it was given.</param>
/// <param name="By">Who ruled: <c>role:subject</c>.</param>
public sealed record RuleRuling(string Number, DateTimeOffset At, string By, string Reasons, string LegalBasis);

/// <summary>Rules as they are shown.</summary>
internal sealed class RuleViews(RulePage page, DateOnly today, CultureInfo culture)
{
    /// <summary>Every version of every rule, the most specific first.</summary>
    public IEnumerable<RuleView> All() => page.All.Rules.Select(Of);

    private RuleView Of(RoutingRule rule)
    {
        var made = page.Rulings.GetValueOrDefault(rule.Citation);
        return new RuleView(
            rule.Citation, rule.Id, rule.Version, StateOf(rule, made), rule.Category, rule.Area, rule.Kind, rule.Lead, rule.Assisting,
            rule.EffectiveFrom, rule.EffectiveTo, rule.Why.In(culture),
            made is null ? null : new RuleRuling(rule.Ruling!.Number, rule.Ruling.At, made.RuledBy, rule.Ruling.Reasons, made.LegalBasis),
            made?.RolledBack);
    }

    private RuleState StateOf(RoutingRule rule, RulingRule? made)
    {
        if (made?.RolledBack is not null)
            return RuleState.RolledBack;
        if (today < rule.EffectiveFrom)
            return RuleState.NotYetInForce;
        if (!rule.IsEffective(today))
            return RuleState.Ended;
        // In the order of the table: the first that holds for the same matters is the one followed.
        return page.Followed.Rules.First(other => other.IsEffective(today) && SameMatters(other, rule)) == rule ? RuleState.InForce : RuleState.Superseded;
    }

    private static bool SameMatters(RoutingRule one, RoutingRule other) =>
        (one.Category, one.Area, one.Kind) == (other.Category, other.Area, other.Kind);
}
