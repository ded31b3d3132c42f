using Hotline.Cases.Acting;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Reviewing;

/// <param name="Approved">True: the citizen gets the answer. False: the unit works on it again. There is no default.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Remarks">What to do better; needed when it is not approved.</param>
public sealed record AnswerReviewRequest(bool? Approved, IReadOnlyList<AnswerFault>? Faults, string? Remarks);

internal static class AnswerReviewEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("review", Review, "The reviewer approves the answer of a department, or sends it back with remarks.");

    private static async Task<IResult> Review(ActCall call, AnswerReviewRequest body)
    {
        var faults = Field.Faults(
            body.Approved is null ? Error.Invalid("approved", "required") : null,
            body.Approved == false ? Field.Required("remarks", body.Remarks, 2000) : null);
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new ReviewAnswer(by, operation, body.Approved!.Value, body.Faults ?? [], body.Remarks));
    }
}
