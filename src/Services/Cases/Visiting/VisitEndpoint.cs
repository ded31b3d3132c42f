using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Visiting;

/// <param name="Reached">Did somebody answer?</param>
/// <param name="Solved">"Was it solved?" Needed when reached.</param>
/// <param name="Satisfied">"Are you satisfied?" Needed when reached.</param>
/// <param name="Reason">Why not; needed when not solved or not satisfied. Code of one of the city's reasons, or words.</param>
/// <param name="UnitAtFault">The unit is to blame; decided by the reason when absent.</param>
public sealed record VisitRequest(bool? Reached, bool? Solved, Satisfaction? Satisfied, string? Reason, bool? UnitAtFault);

internal static class VisitEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("visit", Visit, "回访: reached, solved, satisfied; closes the case or orders one redo.");

    private static async Task<IResult> Visit(ActCall call, VisitRequest body, City city)
    {
        var faults = Field.Faults(
            body.Reached is null ? Error.Invalid("reached", "required") : null,
            body.Reached == true && body.Solved is null ? Error.Invalid("solved", "required") : null,
            body.Reached == true && body.Satisfied is null ? Error.Invalid("satisfied", "required") : null,
            city.Visits.WantsReason(body.Solved, body.Satisfied) && string.IsNullOrWhiteSpace(body.Reason) ? Error.Invalid("reason", "required") : null);
        if (faults.Count > 0)
            return faults.ToResult();
        var answers = body.Reached == true ? new VisitAnswers(true, body.Solved, body.Satisfied) : new VisitAnswers(false, null, null);
        var atFault = body.UnitAtFault ?? city.Visits.Find(body.Reason)?.UnitAtFault ?? false;
        return await call.Perform((by, operation) => new VisitCase(by, operation, answers, body.Reason, atFault));
    }
}
