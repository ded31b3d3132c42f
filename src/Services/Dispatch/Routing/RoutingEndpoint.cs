using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Dispatch;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Dispatch.Routing;

/// <summary>Explains the routing rules: "where would this go, and why".</summary>
internal static class RoutingEndpoint
{
    internal const Role MayAsk = Role.Operator | Role.Supervisor | Role.Officer | Role.Department | Role.Auditor | Role.Administrator;

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/routing", Explain).RequireRoles(MayAsk).WithTags("routing").Produces<GrainContracts.Dispatch.Route>().WithName("explainRouting")
        .WithSummary("Where a matter of this category, area and kind would go now, and the rule behind it.");

    private static async Task<IResult> Explain(string category, string? area, string? kind, IGrainFactory grains, CancellationToken cancellationToken)
    {
        // Minimal APIs bind enums in C#'s spelling only; the words of the API are those of its JSON.
        if (!Enum.TryParse<CaseKind>(kind ?? nameof(CaseKind.Efficiency), ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
            return Error.Invalid("kind", "invalid-value", "kind").ToResult();
        var route = await grains.GetGrain<IRouterGrain>(IRouterGrain.Key)
            .Route(new RouteQuestion(wanted, category, area is { Length: > 0 } ? area : null), cancellationToken);
        return route.Succeeded ? Results.Ok(route.Value) : route.Error.ToResult();
    }
}
