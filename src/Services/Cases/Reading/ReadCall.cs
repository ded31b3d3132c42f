using Hotline.Cases.Auditing;
using Hotline.Cases.CaseFiles;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Reading;

/// <summary>One request to read a case, masked. Who read it is noted in the trail.</summary>
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
        services.GetRequiredService<AccessNotes>().Note(Access.Of(Caller, kind, now, outcome.Error).To(id, number));
        return outcome.Succeeded ? await answer(outcome.Value) : outcome.Error.ToResult();
    }
}
