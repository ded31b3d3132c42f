using Hotline.Cases.Acting;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Extending;

/// <param name="WorkingDays">How many more; at most what the city's clocks.yaml permits.</param>
/// <param name="LegalBasis">Law or rule that permits it.</param>
/// <param name="Reason">In words.</param>
public sealed record ExtensionRequest(int? WorkingDays, string? LegalBasis, string? Reason);

/// <param name="Granted">True or false; there is no default.</param>
/// <param name="Reason">Needed to refuse.</param>
public sealed record ExtensionDecisionRequest(bool? Granted, string? Reason);

internal static class ExtensionEndpoints
{
    public static void Map(IEndpointRouteBuilder acts)
    {
        acts.MapAct("ask-extension", Ask, "延期: the unit asks for more time, before it is due, once for each hand-over.");
        acts.MapAct("decide-extension", Decide, "A supervisor grants or refuses the extension that was asked for.");
    }

    private static async Task<IResult> Ask(ActCall call, ExtensionRequest body)
    {
        var faults = Field.Faults(
            body.WorkingDays is null ? Error.Invalid("workingDays", "required") : null,
            Field.Required("legalBasis", body.LegalBasis, 2000),
            Field.Required("reason", body.Reason));
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new AskExtension(by, operation, body.WorkingDays!.Value, body.LegalBasis!, body.Reason!));
    }

    private static async Task<IResult> Decide(ActCall call, ExtensionDecisionRequest body)
    {
        var faults = Field.Faults(
            body.Granted is null ? Error.Invalid("granted", "required") : null,
            body.Granted == false ? Field.Required("reason", body.Reason) : null);
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new DecideExtension(by, operation, body.Granted!.Value, body.Reason));
    }
}
