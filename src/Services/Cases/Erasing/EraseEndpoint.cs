using Hotline.Cases.Acting;
using Hotline.Cases.Auditing;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Locating;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Erasing;

/// <param name="LegalBasis">The request or provision it rests on; stays in the record, so without names.</param>
public sealed record ErasureRequest(string? Phone, string? Number, string? LegalBasis) : Whom(Phone, Number);

/// <param name="Cases">Numbers of the cases that know nothing of the citizen any more.</param>
public sealed record ErasureResponse(IReadOnlyList<string> Cases);

/// <summary><c>POST /api/v1/citizens/erasure</c>.</summary>
internal static class EraseEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/citizens/erasure", Erase)
        .WithName("EraseCitizen")
        .WithTags("Citizens")
        .WithSummary("Erases a citizen from all their cases, for ever.")
        .WithDescription("By phone number or by the number of any case of the person; administrators only. Destroys the data keys and takes the words out of the record; "
            + "what happened when, and the figures, stay. 409 citizen-has-open-cases names the cases that must end first. Repeated, it finishes what was begun.")
        .Produces<ErasureResponse>();

    private static async Task<IResult> Erase(
        ErasureRequest body, HttpContext http, CitizenLookup lookup, IGrainFactory grains, AccessLog log, TimeProvider time)
    {
        if (Field.Faults(body.WhoIsMissing(), Field.Required("legalBasis", body.LegalBasis, 200)) is { Count: > 0 } faults)
            return faults.ToResult();
        var caller = http.Caller();
        var access = Access.Of(caller, AccessKind.Erase, time.GetUtcNow()) with { Note = body.LegalBasis };
        if (!caller.Is(Role.Administrator))
            return await log.Refuse(access, AccessErrors.NotAllowed, http.RequestAborted);
        var found = await lookup.Find(body, caller.ToActor(), http.RequestAborted);
        if (!found.Succeeded)
            return await log.Refuse(access, found.Error, http.RequestAborted);
        var open = found.Value.Where(view => !Lifecycle.Permits(Act.EraseCitizen, view.Case.Status)).Select(view => view.Case.Number).ToList();
        if (open.Count > 0)
            return await log.Refuse(access, StillOpen(open), http.RequestAborted);
        await log.Write(access.ToEach(found.Value), http.RequestAborted);
        foreach (var view in found.Value.Where(view => view.Case.ErasedAt is null))
        {
            var outcome = await grains.GetGrain<ICaseGrain>(view.Case.CaseId.GrainKey)
                .Perform(new EraseCitizen(caller.ToActor(), OperationOf(view.Case.CaseId), body.LegalBasis!), http.RequestAborted);
            if (!outcome.Succeeded)
                return outcome.Error.ToResult();
        }
        return Results.Ok(new ErasureResponse([.. found.Value.Select(view => view.Case.Number)]));
    }

    // A case is erased once, whoever asks for it how often.
    private static Guid OperationOf(CaseId id) => Operation.IdFor("citizen-erasure", id.ToString());

    private static Error StillOpen(IReadOnlyList<string> numbers) =>
        new(ErrorKind.Conflict, "citizen-has-open-cases", Arguments: [string.Join(", ", numbers)]);
}
