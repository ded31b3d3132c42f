using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Results;

namespace Hotline.GrainContracts.Dispatch;

/// <summary>Answers "where would this go, and why": the routing rules of the city and of rulings. Key: <see cref="Key"/>.</summary>
[Alias("router")]
public interface IRouterGrain : IGrainWithStringKey
{
    /// <summary>Key of the one router of a city.</summary>
    const string Key = "router-city";

    /// <summary>The unit the rules in force now choose.</summary>
    /// <returns>The route; or <c>no-routing-rule</c> when no rule matches and a person must choose.</returns>
    [Alias("route")]
    Task<Outcome<Route>> Route(RouteQuestion question, CancellationToken cancellationToken);
}

/// <summary>What the router is asked.</summary>
[GenerateSerializer, Immutable, Alias("route-question")]
public sealed record RouteQuestion(CaseKind Kind, string Category, string? Area);

/// <summary>Where a case goes and the rule that says so.</summary>
/// <param name="Rule">Id and version of the rule, e.g. <c>R-016@1</c>.</param>
/// <param name="Ruling">认定 that made the rule; null for a rule of the city.</param>
[GenerateSerializer, Immutable, Alias("route")]
public sealed record Route(UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string Rule, string Why, RulingCitation? Ruling = null);
