using Hotline.Cases.Acting;
using Hotline.Cases.Auditing;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.Ledger.Appending;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Unmasking;

/// <summary>What the citizen's data is needed for.</summary>
public enum UnmaskPurpose { ContactCitizen, Visit, VerifyIdentity, Emergency, LegalRequest, Other }

/// <param name="Purpose">What for.</param>
/// <param name="Note">In words; needed with <c>other</c>.</param>
public sealed record UnmaskRequest(UnmaskPurpose? Purpose, string? Note)
{
    private const int LongestNote = 500;

    internal List<Error> Faults() => Field.Faults(
        Purpose is null ? Error.Invalid("purpose", "required") : null,
        Purpose == UnmaskPurpose.Other ? Field.Required("note", Note, LongestNote) : Field.Fits("note", Note, LongestNote));
}

/// <summary>The citizen of a case in clear, the matter as it was written, and what the desk and the units wrote down among themselves.</summary>
public sealed record UnmaskResponse(
    string Number, string? Name, string? Phone, bool Anonymous, string? Enterprise, string? Address, double? Latitude, double? Longitude, string? Title, string? Text,
    IReadOnlyList<RecordEntry> Records)
{
    internal static UnmaskResponse Of(CaseView view, IEnumerable<RecordEntry> records)
    {
        var (summary, clear) = (view.Case, view.Secrets!);
        return new(
            summary.Number, clear.Name, clear.Phone, summary.Citizen.Anonymous, summary.Citizen.Enterprise, clear.Address, clear.Latitude, clear.Longitude,
            clear.Title, clear.Text, [.. records]);
    }
}

/// <summary><c>POST /api/v1/cases/{number}/unmask</c>.</summary>
internal static class UnmaskEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/cases/{number}/unmask", Unmask)
        .WithName("unmask")
        .WithTags("Cases")
        .WithSummary("The citizen in clear, for a purpose.")
        .WithDescription("Who asked, for what, and whether it was answered is written into the trail before anything is shown. For operators and supervisors, and the "
            + "lead unit unless the citizen asked to stay hidden from it; a sealed lane keeps to itself once it has the case.")
        .Produces<UnmaskResponse>();

    private static async Task<IResult> Unmask(
        string number, UnmaskRequest body, HttpContext http, CaseDirectory directory, IGrainFactory grains, CaseLedger ledger, AccessLog log, TimeProvider time)
    {
        if (body.Faults() is { Count: > 0 } faults)
            return faults.ToResult();
        if (await directory.Find(number, http.RequestAborted) is not { } id)
            return CaseErrors.Unknown.ToResult();
        var caller = http.Caller();
        var outcome = await grains.GetGrain<ICaseGrain>(id.GrainKey).Unmask(caller.ToActor(), http.RequestAborted);
        var access = Access.Of(caller, AccessKind.Unmask, time.GetUtcNow(), outcome.Error).To(id, number);
        await log.Write(access with { Purpose = Word.Of(body.Purpose!.Value), Note = body.Note }, http.RequestAborted);
        if (!outcome.Succeeded)
            return outcome.Error.ToResult();
        var (events, _) = await ledger.Load(id, http.RequestAborted);
        return Confidential.Ok(http, UnmaskResponse.Of(outcome.Value, Records.InClear(events)));
    }
}
