using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;

namespace Hotline.Cases.Triaging;

/// <param name="Category">Leaf of the category tree; needed unless the case has one. What is absent stays as it is.</param>
/// <param name="Kind">Line.</param>
/// <param name="Type">Nature.</param>
/// <param name="Urgency">Urgency class.</param>
public sealed record TriageRequest(string? Category, CaseKind? Kind, CaseType? Type, Urgency? Urgency);

internal static class TriageEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "triage",
        (ActCall call, TriageRequest? body, City city) => call.Perform((by, operation, view) => Command(call, body ?? new(null, null, null, null), city, by, operation, view.Case)),
        "初办: category, urgency and the unit the rules propose; accepts a received case.");

    private static async Task<Outcome<CaseAct>> Command(ActCall call, TriageRequest body, City city, Actor by, Guid operation, CaseSummary current)
    {
        var code = body.Category ?? current.Category;
        if (code is null)
            return Error.Invalid("category", "required");
        if (city.Categories.Find(code) is not { IsLeaf: true } category)
            return Error.Invalid("category", "unknown-category", code);
        // A new category brings its line along unless the operator says otherwise.
        var kind = body.Kind ?? (body.Category is null ? current.Kind : category.Kind);
        var route = kind == CaseKind.Efficiency ? await Propose(call, kind, code, current.Area) : null;
        return new TriageCase(by, operation, code, kind, body.Type, body.Urgency, city.Experts.IsSealed(code), route?.Lead, route?.Rule, route?.Assisting, route?.Why);
    }

    // A proposal only: that no rule matches keeps nobody from triaging.
    private static async Task<GrainContracts.Dispatch.Route?> Propose(ActCall call, CaseKind kind, string category, string? area)
    {
        var outcome = await call.Grains.GetGrain<IRouterGrain>(IRouterGrain.Key).Route(new RouteQuestion(kind, category, area), call.Aborted);
        return outcome.Value;
    }
}
