using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Auditing;

/// <summary>What somebody wants to know of the trail.</summary>
/// <param name="Number">Of a case.</param>
internal sealed record TrailRequest(string? Subject, string? Number, DateTimeOffset? From, DateTimeOffset? To, string? Cursor, int? Limit)
{
    private const int MaxLimit = 200;
    private const int DefaultLimit = 50;

    public Error? Fault =>
        Limit is < 1 or > MaxLimit ? Error.Invalid("limit", "out-of-range", "1", $"{MaxLimit}")
        : Cursor is not null && TrailCursor.Parse(Cursor) is null ? Error.Invalid("cursor", "cursor-invalid")
        : null;

    public TrailQuestion About(CaseId? id) =>
        new(Subject, id, From, To, Cursor is null ? TrailCursor.Start : TrailCursor.Parse(Cursor)!, Limit ?? DefaultLimit);
}

/// <summary>Lets look into the trail whoever may, and writes down who did: those who watch are watched.</summary>
internal sealed class TrailDesk(CaseDirectory directory, Trail trail, AccessLog log, TimeProvider time)
{
    private const Role Readers = Role.Auditor | Role.Supervisor | Role.Administrator;

    public async Task<IResult> Answer(HttpContext http, AccessKind kind, TrailRequest request)
    {
        if (request.Fault is { } fault)
            return fault.ToResult();
        var caller = http.Caller();
        var access = Access.Of(caller, kind, time.GetUtcNow()) with { Note = request.Subject is null ? null : "subject " + request.Subject };
        CaseId? id = null;
        if (request.Number is { } number)
        {
            id = await directory.Find(number, http.RequestAborted);
            if (id is null)
                return CaseErrors.Unknown.ToResult();
            access = access.To(id.Value, number);
        }
        if (!caller.Is(Readers))
            return await log.Refuse(access, AccessErrors.NotAllowed, http.RequestAborted);
        await log.Write(access, http.RequestAborted);
        return Results.Ok(await trail.Read(request.About(id), http.RequestAborted));
    }
}
