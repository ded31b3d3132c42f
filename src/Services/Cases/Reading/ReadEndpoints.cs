using System.Text.Json;
using Hotline.Cases.CaseFiles;
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
        var stored = await events.Load(id.Value, http.RequestAborted);
        return Results.Ok(new TimelineResponse(number, HashChain.FirstBreak(stored.Rows) is null, [.. stored.Rows.Select(row => TimelineEntry.Of(row, open))]));
    }
}

/// <summary>The record of a case.</summary>
/// <param name="Intact">The hash chain over all entries holds: nothing was changed or removed.</param>
public sealed record TimelineResponse(string Number, bool Intact, IReadOnlyList<TimelineEntry> Entries);

/// <summary>One entry.</summary>
/// <param name="Event">Type of the event, e.g. <c>CaseDispatched</c>.</param>
/// <param name="Actor">Who: <c>role:subject</c>; only the role for readers outside of the staff.</param>
/// <param name="Facts">What the event tells, without what every event repeats.</param>
public sealed record TimelineEntry(int Version, string Event, DateTimeOffset At, string Actor, IReadOnlyDictionary<string, JsonElement> Facts)
{
    private static readonly HashSet<string> Repeated = ["caseId", "number", "version", "at", "actor", "case", "fingerprint", "submitter"];

    internal static TimelineEntry Of(LedgerRow row, CaseResponse reader)
    {
        using var document = JsonDocument.Parse(row.Data);
        var facts = document.RootElement.EnumerateObject()
            .Where(property => !Repeated.Contains(property.Name) && MayShow(property.Name, reader))
            .ToDictionary(property => property.Name, property => property.Value.Clone());
        return new TimelineEntry(row.Version, row.Type, row.At, row.Actor, facts);
    }

    // What a sealed matter is about stays with its lane; that something happened does not.
    private static bool MayShow(string property, CaseResponse reader) =>
        !reader.Sealed || reader.Text != "***" || property is not ("text" or "answer" or "reason" or "explanation" or "note");
}
