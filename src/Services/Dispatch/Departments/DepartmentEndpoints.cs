using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Delivering;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Dispatch.Departments;

/// <summary>Departments: how they stand, and the way to their queues.</summary>
internal static class DepartmentEndpoints
{
    private const Role OfDepartment = Role.Officer | Role.Department;
    private const Role Overseers = Role.Operator | Role.Supervisor | Role.Auditor | Role.Administrator;

    public static void Map(IEndpointRouteBuilder app)
    {
        var units = app.MapGroup("/api/v1/units/{unit}").WithTags("units");
        units.MapGet("", Read).RequireRoles(OfDepartment | Overseers)
            .Produces<DepartmentView>().WithName("readDepartment").WithSummary("A department: takes cases or not, cases in hand, hand-overs its queue has not taken.");
        units.MapPost("activate", (string unit, UnitCall call) => call.SetActive(unit, true)).RequireRoles(Role.Administrator)
            .Produces<DepartmentView>().WithName("activateDepartment").WithSummary("Lets a department take cases again.");
        units.MapPost("deactivate", (string unit, UnitCall call) => call.SetActive(unit, false)).RequireRoles(Role.Administrator)
            .Produces<DepartmentView>().WithName("deactivateDepartment").WithSummary("Takes a department out of routing; the next best rule is followed.");
        units.MapGet("feed", (string unit, FeedCall call) => call.Read(unit)).RequireRoles(OfDepartment)
            .Produces<FeedAccess>().WithName("readFeed").WithSummary("Connection details of a department's own queue.");
        units.MapPost("feed/rotate", (string unit, FeedCall call) => call.Rotate(unit)).RequireRoles(OfDepartment)
            .Produces<FeedAccess>().WithName("rotateFeed").WithSummary("Replaces the password of a department's queue; connections made with the old one end.");
    }

    private static async Task<IResult> Read(string unit, HttpContext http, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!caller.Is(Overseers) && caller.Unit != DepartmentOf(unit))
            return NotYours.ToResult();
        return Answer(await grains.GetGrain<IDepartmentGrain>(KeyOf(unit)).Read(cancellationToken));
    }

    internal static Error NotYours { get; } = new(ErrorKind.Forbidden, "not-your-unit");

    /// <summary>A unit in a path: <c>dept.water</c>, or the department's bare code.</summary>
    internal static UnitRef DepartmentOf(string unit) =>
        UnitRef.TryParse(unit, out var named) && named.Kind == UnitKind.Department ? named : UnitRef.Department(unit);

    internal static string KeyOf(string unit) => IDepartmentGrain.KeyOf(DepartmentOf(unit).Code);

    internal static IResult Answer<T>(Outcome<T> outcome)
        where T : class => outcome.Succeeded ? Results.Ok(outcome.Value) : outcome.Error.ToResult();
}

/// <summary>One act on a department.</summary>
internal sealed class UnitCall(HttpContext http)
{
    public static ValueTask<UnitCall> BindAsync(HttpContext context) => new(new UnitCall(context));

    public async Task<IResult> SetActive(string unit, bool active) => DepartmentEndpoints.Answer(
        await http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IDepartmentGrain>(DepartmentEndpoints.KeyOf(unit))
            .SetActive(http.Caller().ToActor(), active, http.RequestAborted));
}
