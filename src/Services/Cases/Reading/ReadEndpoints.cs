using Hotline.Cases.Auditing;
using Hotline.Contracts.Units;
using Hotline.Ledger.Appending;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Reading;

/// <summary><c>GET /api/v1/cases/{number}</c> and its timeline: masked, whoever asks.</summary>
internal static class ReadEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/cases/{number}", ReadCase)
            .WithName("ReadCase")
            .WithSummary("The case as it stands, masked.")
            .Produces<CaseResponse>();
        routes.MapGet("/api/v1/cases/{number}/timeline", ReadTimeline)
            .WithName("ReadTimeline")
            .WithSummary("Everything that happened to the case, in order, with who did it.")
            .Produces<TimelineResponse>();
        routes.MapGet("/api/v1/cases/{number}/records", ReadRecords)
            .WithName("ReadRecords")
            .WithSummary("What the desk and the units wrote down among themselves: notes, handling records, what a unit was asked to assist with, answers to supervision.")
            .WithDescription("Masked; in clear with unmask. For staff and the units that lead or assist; of a sealed matter for whoever may open it. Gone once the citizen is erased.")
            .Produces<RecordsResponse>();
    }

    private static Task<IResult> ReadCase(string number, ReadCall call) =>
        call.Answer(number, AccessKind.Read, view => Task.FromResult(Results.Ok(CaseResponse.Of(view, call.Caller))));

    private static Task<IResult> ReadTimeline(string number, ReadCall call, EventTable events) => call.Answer(number, AccessKind.Timeline, async view =>
    {
        var open = CaseResponse.MayOpen(view.Case, call.Caller);
        var staff = call.Caller.Is(Role.Operator | Role.Supervisor | Role.Administrator | Role.Auditor);
        var stored = await events.Load(view.Case.CaseId.Value, call.Aborted);
        return Results.Ok(new TimelineResponse(number, HashChain.FirstBreak(stored.Rows) is null, [.. stored.Rows.Select(row => TimelineEntry.Of(row, open, staff, call.Caller.Is(Role.Channel)))]));
    });

    private static Task<IResult> ReadRecords(string number, ReadCall call, CaseLedger ledger) => call.Answer(number, AccessKind.Records, async view =>
    {
        if (!Records.MayRead(view.Case, call.Caller))
            return AccessErrors.NotAllowed.ToResult();
        var (events, _) = await ledger.Load(view.Case.CaseId, call.Aborted);
        return Results.Ok(new RecordsResponse(number, [.. Records.Masked(events, call.Caller)]));
    });
}
