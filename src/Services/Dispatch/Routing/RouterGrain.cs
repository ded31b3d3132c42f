using Hotline.Cities;
using Hotline.Cities.Routing;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;
using Orleans.Concurrency;
using Route = Hotline.GrainContracts.Dispatch.Route;

namespace Hotline.Dispatch.Routing;

/// <inheritdoc cref="IRouterGrain" />
/// <remarks>Keeps no state of its own: the rules are the city's data and the process's book, so that re-entrance harms nothing.</remarks>
[GrainType("router"), Reentrant]
internal sealed class RouterGrain(City city, RuleBook book, TimeProvider clock) : Grain, IRouterGrain
{
    public async Task<Outcome<Route>> Route(RouteQuestion question, CancellationToken cancellationToken)
    {
        if (!city.Categories.Has(question.Category))
            return Error.Invalid("category", "category-unknown", question.Category);
        if (question.Area is not null && !city.Areas.Has(question.Area))
            return Error.Invalid("area", "area-unknown", question.Area);
        var rules = (await book.Current(cancellationToken)).Followed;
        if (rules.Route(question.Category, question.Area, question.Kind, clock.GetUtcNow()) is not { } found)
            return new Error(ErrorKind.NotFound, "no-routing-rule");

        foreach (var rule in found.PassedOver.Insert(0, found.Rule))
        {
            if (await IsActive(rule.Lead, cancellationToken))
                return Answer(found, rule);
        }
        return new Error(ErrorKind.NotFound, "no-routing-rule");
    }

    private static Route Answer(Cities.Routing.Route found, RoutingRule rule) => new(
        rule.Lead, rule.Assisting, rule.Citation,
        rule == found.Rule ? found.Explanation.ToString() : $"{rule.Why} ({found.Rule.Id}: {found.Rule.Lead} takes no cases)",
        rule.Ruling);

    private Task<bool> IsActive(UnitRef lead, CancellationToken cancellationToken) => lead.Kind == UnitKind.Department
        ? GrainFactory.GetGrain<IDepartmentGrain>(IDepartmentGrain.KeyOf(lead.Code)).IsActive(cancellationToken)
        : Task.FromResult(true);
}
