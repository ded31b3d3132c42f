using Hotline.Cases.Acting;
using Hotline.Cases.Auditing;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Locating;
using Hotline.Cases.Reading;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.Ledger.Appending;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Exporting;

/// <param name="Purpose">Why, in words: the citizen's request.</param>
public sealed record ExportRequest(string? Phone, string? Number, string? Purpose) : Whom(Phone, Number);

/// <summary><c>POST /api/v1/citizens/export</c>.</summary>
internal static class ExportEndpoint
{
    private const Role Exporters = Role.Administrator | Role.Auditor;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/citizens/export", Export)
        .WithName("ExportCitizen")
        .WithTags("Citizens")
        .WithSummary("Everything the hotline has of one citizen, in clear, to be given to them.")
        .WithDescription("By phone number or by the number of any case of the person; administrators and auditors. What units noted among themselves is not in it. "
            + "Written into the trail of each case before it is answered.")
        .Produces<CitizenExport>();

    private static async Task<IResult> Export(
        ExportRequest body, HttpContext http, CitizenLookup lookup, CaseLedger ledger, AccessLog log, TimeProvider time)
    {
        if (Field.Faults(body.WhoIsMissing(), Field.Required("purpose", body.Purpose, 500)) is { Count: > 0 } faults)
            return faults.ToResult();
        var caller = http.Caller();
        var access = Access.Of(caller, AccessKind.Export, time.GetUtcNow()) with { Note = body.Purpose };
        if (!caller.Is(Exporters))
            return await log.Refuse(access, AccessErrors.NotAllowed, http.RequestAborted);
        var found = await lookup.Find(body, caller.ToActor(), http.RequestAborted);
        if (!found.Succeeded)
            return await log.Refuse(access, found.Error, http.RequestAborted);
        await log.Write(access.ToEach(found.Value), http.RequestAborted);
        var cases = new List<ExportedCase>();
        foreach (var view in found.Value)
            cases.Add(await Open(view, ledger, http.RequestAborted));
        return Confidential.Ok(http, new CitizenExport(access.At, cases));
    }

    private static async Task<ExportedCase> Open(CaseView view, CaseLedger ledger, CancellationToken cancellationToken)
    {
        var (events, _) = await ledger.Load(view.Case.CaseId, cancellationToken);
        var happened = events.Select(recorded => recorded.Event).ToList();
        return ExportedCase.Of(happened.Aggregate((CaseFile?)null, CaseFile.Apply)!, happened);
    }
}
