using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Supervising;

/// <param name="Answer">Why it takes so long and what will be done; internal, sealed.</param>
public sealed record SupervisionRequest(string? Answer);

internal static class SupervisionEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "answer-supervision", Answer, "督办: whoever holds the case answers a supervision. The clock goes on until what is due is done.");

    private static async Task<IResult> Answer(ActCall call, SupervisionRequest body)
    {
        var faults = Field.Faults(Field.Required("answer", body.Answer, 2000));
        return faults.Count > 0 ? faults.ToResult() : await call.Perform((by, operation) => new AnswerSupervision(by, operation, body.Answer!));
    }
}
