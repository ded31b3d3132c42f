using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Returning;

/// <param name="Reason">Typed reason.</param>
/// <param name="LegalBasis">Law or duty list that says so.</param>
/// <param name="Explanation">In words.</param>
/// <param name="Proper">Department that is the proper one.</param>
public sealed record ReturnRequest(ReturnReason? Reason, string? LegalBasis, string? Explanation, UnitRef? Proper);

internal static class ReturnEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "return", Return, "退单: \"not mine\", within the return window. Overlapping duties, or a second return, open a dispute.");

    private static async Task<IResult> Return(ActCall call, ReturnRequest body, City city)
    {
        var faults = Field.Faults(
            body.Reason is null ? Error.Invalid("reason", "required") : null,
            Field.Required("legalBasis", body.LegalBasis, 2000),
            Field.Required("explanation", body.Explanation),
            body.Proper is { } proper ? Field.Departments("proper", [proper], city) : null);
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new ReturnCase(by, operation, body.Reason!.Value, body.LegalBasis!, body.Explanation!, body.Proper));
    }
}
