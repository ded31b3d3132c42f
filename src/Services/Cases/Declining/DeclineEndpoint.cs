using Hotline.Cases.Acting;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Declining;

/// <param name="Reason">Typed reason.</param>
/// <param name="Explanation">Why, in words for the citizen.</param>
/// <param name="WhereToGo">Who can help instead; by the city's policy when absent.</param>
/// <param name="Upheld">Findings that are true besides those that agree with the reason.</param>
public sealed record DeclineRequest(DeclineReason? Reason, string? Explanation, string? WhereToGo, IReadOnlyList<FindingKind>? Upheld = null);

internal static class DeclineEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("decline", Decline, "不予受理: with the reason and where to go.");

    private static async Task<IResult> Decline(ActCall call, DeclineRequest body)
    {
        var faults = Field.Faults(
            body.Reason is null ? Error.Invalid("reason", "required") : null, Field.Required("explanation", body.Explanation));
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new DeclineCase(by, operation, body.Reason!.Value, body.Explanation!, body.WhereToGo, body.Upheld));
    }
}
