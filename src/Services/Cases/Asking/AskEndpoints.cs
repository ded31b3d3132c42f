using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Asking;

/// <param name="Question">What the citizen shall tell; the citizen reads it.</param>
public sealed record AskRequest(string? Question);

/// <param name="Text">In the citizen's words.</param>
public sealed record InformationRequest(string? Text);

internal static class AskEndpoints
{
    public static void Map(IEndpointRouteBuilder acts)
    {
        acts.MapAct("ask-citizen", Ask, "Asks the citizen something; no clock runs until the citizen has answered.");
        acts.MapAct("add-information", Add, "The citizen, or staff for the citizen, tells more; ends the wait for an answer.");
    }

    private static async Task<IResult> Ask(ActCall call, AskRequest body) => Field.Faults(Field.Required("question", body.Question, 2000)) is { Count: > 0 } faults
        ? faults.ToResult()
        : await call.Perform((by, operation) => new AskCitizen(by, operation, body.Question!));

    private static async Task<IResult> Add(ActCall call, InformationRequest body) => Field.Faults(Field.Required("text", body.Text)) is { Count: > 0 } faults
        ? faults.ToResult()
        : await call.Perform((by, operation) => new AddInformation(by, operation, body.Text!));
}
