using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.Ledger.Appending;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Reading;

/// <summary><c>GET /api/v1/cases/{number}</c> and its timeline.</summary>
internal static class ReadEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/cases/{number}", ReadCase)
            .WithName("ReadCase")
            .WithSummary("The case as it stands, masked for whoever asks.")
            .Produces<CaseResponse>();
        routes.MapGet("/api/v1/cases/{number}/timeline", ReadTimeline)
            .WithName("ReadTimeline")
            .WithSummary("Everything that happened to the case, in order, with who did it.")
            .Produces<TimelineResponse>();
    }

    private static async Task<IResult> ReadCase(string number, HttpContext http, CaseDirectory directory, IGrainFactory grains)
    {
        var caller = http.Caller();
        if (await directory.Find(number, http.RequestAborted) is not { } id)
            return CaseErrors.Unknown.ToResult();
        var outcome = await grains.GetGrain<ICaseGrain>(id.GrainKey).Read(caller.ToActor(), http.RequestAborted);
        return outcome.Succeeded ? Results.Ok(CaseResponse.Of(outcome.Value, caller)) : outcome.Error.ToResult();
    }

    private static async Task<IResult> ReadTimeline(
        string number, HttpContext http, CaseDirectory directory, IGrainFactory grains, EventTable events)
    {
        var caller = http.Caller();
        if (await directory.Find(number, http.RequestAborted) is not { } id)
            return CaseErrors.Unknown.ToResult();
        // The grain says who may read; the entries come straight from the ledger.
        var outcome = await grains.GetGrain<ICaseGrain>(id.GrainKey).Read(caller.ToActor(), http.RequestAborted);
        if (!outcome.Succeeded)
            return outcome.Error.ToResult();
        var open = CaseResponse.Of(outcome.Value, caller);
        var staff = caller.Is(Role.Operator | Role.Supervisor | Role.Administrator | Role.Auditor);
        var stored = await events.Load(id.Value, http.RequestAborted);
        return Results.Ok(new TimelineResponse(number, HashChain.FirstBreak(stored.Rows) is null, [.. stored.Rows.Select(row => TimelineEntry.Of(row, open, staff))]));
    }
}
