using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Replying;

/// <param name="Answer">Public answer to the citizen.</param>
/// <param name="Record">Internal handling record; never shown to the citizen.</param>
/// <param name="Articles">Codes of the knowledge articles the answer cites.</param>
/// <param name="AnsweredAt">When the unit answered; only of an imported matter that was answered elsewhere before.</param>
/// <param name="Outcome"><c>outOfPower</c> or <c>unfounded</c>, when nothing can be done; a department's answer that says so is reviewed. Absent otherwise.</param>
public sealed record ReplyRequest(string? Answer, string? Record, IReadOnlyList<string>? Articles, DateTimeOffset? AnsweredAt = null, CloseOutcome? Outcome = null);

internal static class ReplyEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("reply", Reply, "答复: public answer and internal record; a consultation may be answered at once by the operator.");

    private static async Task<IResult> Reply(ActCall call, ReplyRequest body, City city)
    {
        var unknown = (body.Articles ?? []).Where(code => city.Articles.Find(code) is null).ToList();
        var faults = Field.Faults(
            Field.Required("answer", body.Answer),
            body.Outcome is null or CloseOutcome.OutOfPower or CloseOutcome.Unfounded ? null : Error.Invalid("outcome", "outcome-of-reply"),
            unknown.Count > 0 ? Error.Invalid("articles", "unknown-article", string.Join(", ", unknown)) : null);
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new ReplyCase(by, operation, body.Record, body.Answer!, body.Articles ?? [], body.AnsweredAt?.ToUniversalTime(), body.Outcome));
    }
}
