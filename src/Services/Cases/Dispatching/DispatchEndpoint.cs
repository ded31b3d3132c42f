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
/// <param name="Assisting">Departments that assist; the routing rules choose when absent and they choose the unit.</param>
/// <param name="Reason">Why a person chose the unit; needed when it is a department, for the rules would have chosen one.</param>
public sealed record DispatchRequest(UnitRef? Unit, IReadOnlyList<UnitRef>? Assisting, string? Reason);

internal static class DispatchEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "dispatch",
        (ActCall call, DispatchRequest? body, City city) => call.Perform((by, operation, view) => Command(call, body ?? new(null, null, null), city, by, operation, view.Case)),
        "交办: to the named unit, or where the routing rules say.");

    private static async Task<Outcome<CaseAct>> Command(ActCall call, DispatchRequest body, City city, Actor by, Guid operation, CaseSummary current)
    {
        var wrong = Field.Departments("assisting", body.Assisting ?? [], city) ?? await Field.Active("assisting", body.Assisting ?? [], call);
        if (wrong is not null)
            return wrong;
        if (body.Unit is { } named)
            return await Fault(call, named, body, city) is { } fault ? fault : new DispatchCase(by, operation, named, body.Assisting ?? [], null, body.Reason);
        if (current.Category is null)
            return Error.Invalid("unit", "unit-needed");
        var route = await call.Grains.GetGrain<IRouterGrain>(IRouterGrain.Key)
            .Route(new RouteQuestion(current.Kind, current.Category, current.Area), call.Aborted);
        return route.Succeeded
            ? new DispatchCase(by, operation, route.Value.Lead, body.Assisting ?? route.Value.Assisting, route.Value.Rule, route.Value.Why, route.Value.Ruling)
            : route.Error;
    }

    private static async Task<Error?> Fault(ActCall call, UnitRef named, DispatchRequest body, City city)
    {
        if (!Exists(city, named))
            return Error.Invalid("unit", "unknown-unit", named.ToString());
        return named.Kind == UnitKind.Department
            ? Field.Required("reason", body.Reason, 2000) ?? await Field.Active("unit", [named], call)
            : Field.Fits("reason", body.Reason, 2000);
    }

    private static bool Exists(City city, UnitRef unit) => unit.Kind switch
    {
        UnitKind.Department => city.Departments.Has(unit.Code),
        UnitKind.Merchant => city.Merchants.Find(unit.Code) is not null,
        UnitKind.Expert => city.Experts.Find(unit.Code) is not null,
    };
}
