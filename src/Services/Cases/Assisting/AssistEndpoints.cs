using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Assisting;

/// <param name="Unit">Department that is to assist, e.g. <c>dept.health</c>.</param>
/// <param name="Task">What it is to do; internal, sealed.</param>
public sealed record AttachRequest(UnitRef? Unit, string? Task);

/// <param name="Record">What was done; internal, sealed.</param>
public sealed record AssistRequest(string? Record);

internal static class AssistEndpoints
{
    public static void Map(IEndpointRouteBuilder acts)
    {
        acts.MapAct("attach", Attach, "协办: one more department is to assist; it has a clock of its own. One that has done its part may be asked again.");
        acts.MapAct("finish-assist", Finish, "An assisting unit reports its part done; the lead unit goes on and answers the citizen.");
    }

    private static async Task<IResult> Attach(ActCall call, AttachRequest body, City city)
    {
        var unit = body.Unit is { } named ? Field.Departments("unit", [named], city) : Error.Invalid("unit", "required");
        var faults = Field.Faults(unit, Field.Required("task", body.Task, 2000));
        if (faults.Count == 0 && await Field.Active("unit", [body.Unit!.Value], call) is { } idle)
            return idle.ToResult();
        return faults.Count > 0 ? faults.ToResult() : await call.Perform((by, operation) => new AttachUnit(by, operation, body.Unit!.Value, body.Task!));
    }

    private static async Task<IResult> Finish(ActCall call, AssistRequest body)
    {
        var faults = Field.Faults(Field.Required("record", body.Record));
        return faults.Count > 0 ? faults.ToResult() : await call.Perform((by, operation) => new FinishAssist(by, operation, body.Record!));
    }
}
