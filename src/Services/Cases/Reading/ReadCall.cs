using Hotline.Cases.Auditing;
using Hotline.Cases.CaseFiles;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Reading;

/// <summary>One request to read a case, masked, or a file of it. Who read it is noted in the trail.</summary>
public sealed class ReadCall
{
    private readonly HttpContext _http;

    private ReadCall(HttpContext http) => _http = http;

    /// <summary>Who asks.</summary>
    public Caller Caller => _http.Caller();

    /// <summary>Cancelled when the client goes away.</summary>
    public CancellationToken Aborted => _http.RequestAborted;

    /// <summary>Bound by minimal APIs.</summary>
    public static ValueTask<ReadCall> BindAsync(HttpContext context) => new(new ReadCall(context));

    /// <summary>Asks the grain, which says who may read, and answers what is made of the case.</summary>
    public async Task<IResult> Answer(string number, AccessKind kind, Func<CaseView, Task<IResult>> answer)
    {
        var services = _http.RequestServices;
        if (await services.GetRequiredService<CaseDirectory>().Find(number, Aborted) is not { } id)
            return CaseErrors.Unknown.ToResult();
        var outcome = await services.GetRequiredService<IGrainFactory>().GetGrain<ICaseGrain>(id.GrainKey).Read(Caller.ToActor(), Aborted);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var access = Access.Of(Caller, kind, now, outcome.Error).To(id, number);
        // No mask lies over a file: as every read in clear it is written down before anything is shown.
        if (kind == AccessKind.File)
            await services.GetRequiredService<AccessLog>().Write(access, Aborted);
        else
            services.GetRequiredService<AccessNotes>().Note(access);
        return outcome.Succeeded ? await answer(outcome.Value) : outcome.Error.ToResult();
    }
}
