using Hotline.Cases.Acting;
using Hotline.Cases.Auditing;
using Hotline.Cases.Reading;
using Hotline.Cities;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Ledger.Appending;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Supervising;

/// <param name="Answer">Why it takes so long and what will be done; internal, sealed.</param>
public sealed record SupervisionRequest(string? Answer);

internal static class SupervisionEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "answer-supervision", Answer, "督办: whoever holds the case answers a supervision. The clock goes on until what is due is done.");

    public static void MapLetters(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/cases/{number}/letters", Read)
        .WithName("ReadLetters")
        .WithTags("Acts")
        .WithSummary("催办函, 督办函: the letters that went out over the case's deadlines, in the reader's language, and whether they were answered.")
        .WithDescription("For whoever may read the case, except the channels of citizens.")
        .Produces<LettersResponse>();

    private static Task<IResult> Read(string number, ReadCall call, CaseLedger ledger, City city, HttpContext http) => call.Answer(number, AccessKind.Timeline, async view =>
    {
        if (call.Caller.Is(Role.Channel))
            return AccessErrors.NotAllowed.ToResult();
        var (events, _) = await ledger.Load(view.Case.CaseId, call.Aborted);
        return Results.Ok(new LettersResponse(number, [.. Letters.Of([.. events.Select(recorded => recorded.Event)], city, Language.CultureOf(http.Request))]));
    });

    private static async Task<IResult> Answer(ActCall call, SupervisionRequest body)
    {
        var faults = Field.Faults(Field.Required("answer", body.Answer, 2000));
        return faults.Count > 0 ? faults.ToResult() : await call.Perform((by, operation) => new AnswerSupervision(by, operation, body.Answer!));
    }
}
