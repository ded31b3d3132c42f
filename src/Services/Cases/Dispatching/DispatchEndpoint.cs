using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;

namespace Hotline.Cases.Dispatching;

/// <param name="Unit">Lead unit, e.g. <c>dept.water</c>; the routing rules choose when absent.</param>
/// <param name="Assisting">Assisting units.</param>
/// <param name="Reason">Why a person chose the unit.</param>
public sealed record DispatchRequest(UnitRef? Unit, IReadOnlyList<UnitRef>? Assisting, string? Reason);

internal static class DispatchEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "dispatch",
        (ActCall call, DispatchRequest? body, City city) => call.Perform((by, operation, view) => Command(call, body ?? new(null, null, null), city, by, operation, view.Case)),
        "交办: to the named unit, or where the routing rules say.");

    private static async Task<Outcome<CaseAct>> Command(ActCall call, DispatchRequest body, City city, Actor by, Guid operation, CaseSummary current)
    {
        if (body.Unit is { } named)
        {
            var unknown = (body.Assisting ?? []).Append(named).Where(unit => !Exists(city, unit)).ToList();
            return unknown.Count > 0
                ? Error.Invalid(unknown.Contains(named) ? "unit" : "assisting", "unknown-unit", string.Join(", ", unknown))
                : new DispatchCase(by, operation, named, body.Assisting ?? [], null, body.Reason);
        }
        if (current.Category is null)
            return Error.Invalid("unit", "unit-needed");
        var route = await call.Grains.GetGrain<IRouterGrain>(IRouterGrain.Key)
            .Route(new RouteQuestion(current.Kind, current.Category, current.Area), call.Aborted);
        return route.Succeeded
            ? new DispatchCase(by, operation, route.Value.Lead, body.Assisting ?? route.Value.Assisting, route.Value.Rule, route.Value.Why, route.Value.Ruling)
            : route.Error;
    }

    private static bool Exists(City city, UnitRef unit) => unit.Kind switch
    {
        UnitKind.Department => city.Departments.Has(unit.Code),
        UnitKind.Merchant => city.Merchants.Find(unit.Code) is not null,
        UnitKind.Expert => city.Experts.Find(unit.Code) is not null,
    };
}
