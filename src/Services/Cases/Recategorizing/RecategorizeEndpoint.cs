using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Recategorizing;

/// <param name="Category">Leaf of the category tree, of the same line.</param>
/// <param name="Reason">Why the category was wrong.</param>
public sealed record RecategorizeRequest(string? Category, string? Reason);

internal static class RecategorizeEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "recategorize", Recategorize, "Corrects the category of a case that a department has; goes to the department in charge when that is another one.");

    private static async Task<IResult> Recategorize(ActCall call, RecategorizeRequest body, City city)
    {
        var category = city.Categories.Find(body.Category);
        var faults = Field.Faults(
            category is { IsLeaf: true, Kind: CaseKind.Efficiency } ? null : Error.Invalid("category", "unknown-category", body.Category ?? ""),
            Field.Required("reason", body.Reason, 2000));
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation, view) => Command(call, by, operation, view.Case, category!.Code, city, body.Reason!));
    }

    private static async Task<Outcome<CaseAct>> Command(ActCall call, Actor by, Guid operation, CaseSummary current, string category, City city, string reason)
    {
        var route = await call.Grains.GetGrain<IRouterGrain>(IRouterGrain.Key).Route(new RouteQuestion(CaseKind.Efficiency, category, current.Area), call.Aborted);
        return route.Succeeded
            ? new RecategorizeCase(by, operation, category, city.Experts.IsSealed(category), route.Value.Lead, route.Value.Assisting, route.Value.Rule, reason, route.Value.Ruling)
            : route.Error;
    }
}
