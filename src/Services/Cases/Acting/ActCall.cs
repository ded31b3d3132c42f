using Hotline.Cases.Auditing;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Acting;

/// <summary>One request to do something to a case: <c>POST /api/v1/cases/{number}/{act}</c>. Every act's endpoint goes through here.</summary>
public sealed class ActCall
{
    private readonly HttpContext _http;
    private readonly string _number;

    private ActCall(HttpContext http, string number)
    {
        _http = http;
        _number = number;
    }

    /// <summary>Cancelled when the client goes away.</summary>
    public CancellationToken Aborted => _http.RequestAborted;

    /// <summary>Grains.</summary>
    public IGrainFactory Grains => _http.RequestServices.GetRequiredService<IGrainFactory>();

    /// <summary>Bound by minimal APIs.</summary>
    public static ValueTask<ActCall> BindAsync(HttpContext context) => new(new ActCall(context, (string)context.Request.RouteValues["number"]!));

    /// <summary>Sends the command to the case and maps the outcome, once.</summary>
    public Task<IResult> Perform(Func<Actor, Guid, CaseAct> command) =>
        Perform((by, operation, _) => Task.FromResult(new Outcome<CaseAct>(command(by, operation), null)), needsCase: false);

    /// <summary>As above, for commands that need to know the case as it stands.</summary>
    public Task<IResult> Perform(Func<Actor, Guid, CaseView, Task<Outcome<CaseAct>>> command) => Perform(command, needsCase: true);

    private async Task<IResult> Perform(Func<Actor, Guid, CaseView, Task<Outcome<CaseAct>>> command, bool needsCase)
    {
        var caller = _http.Caller();
        var actor = caller.ToActor();
        if (await _http.RequestServices.GetRequiredService<CaseDirectory>().Find(_number, Aborted) is not { } id)
            return CaseErrors.Unknown.ToResult();
        var grain = Grains.GetGrain<ICaseGrain>(id.GrainKey);
        CaseView? view = null;
        if (needsCase)
        {
            var current = await grain.Read(actor, Aborted);
            if (!current.Succeeded)
                return Refused(current.Error, id);
            view = current.Value;
        }
        var act = await command(actor, OperationId(caller, id), view!);
        if (!act.Succeeded)
            return Refused(act.Error, id);
        var outcome = await grain.Perform(act.Value, Aborted);
        return outcome.Succeeded ? Results.Ok(CaseResponse.Of(outcome.Value, caller)) : Refused(outcome.Error, id);
    }

    // What was done stands in the ledger; that somebody tried what is not theirs to do stands in the trail.
    private IResult Refused(Error why, CaseId id)
    {
        if (why.Kind == ErrorKind.Forbidden)
        {
            var now = _http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            var tried = Access.Of(_http.Caller(), AccessKind.Act, now, why).To(id, _number) with { Note = _http.Request.Path.Value!.Split('/')[^1] };
            _http.RequestServices.GetRequiredService<AccessNotes>().Note(tried);
        }
        return why.ToResult();
    }

    // A key names one doing of one act on one case; without a key every request is a doing of its own.
    private Guid OperationId(Caller caller, CaseId id) =>
        Receiving.IdempotencyKey.Of(_http.Request) is { } key ? Operation.IdFor(caller.Subject, $"{id}/{_http.Request.Path}/{key}") : Guid.CreateVersion7();
}

/// <summary>Checks of fields that several acts share.</summary>
internal static class Field
{
    /// <summary>Text a person must give.</summary>
    public static Error? Required(string field, string? value, int max = 20_000) =>
        string.IsNullOrWhiteSpace(value) ? Error.Invalid(field, "required") : Fits(field, value, max);

    /// <summary>Text a person may give.</summary>
    public static Error? Fits(string field, string? value, int max) =>
        value?.Length > max ? Error.Invalid(field, "too-long", max.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>Departments of the city.</summary>
    public static Error? Departments(string field, IEnumerable<UnitRef> units, City city) =>
        units.Where(unit => unit.Kind != UnitKind.Department || !city.Departments.Has(unit.Code)).ToList() is { Count: > 0 } unknown
            ? Error.Invalid(field, "unknown-unit", string.Join(", ", unknown))
            : null;

    /// <summary>Departments that take cases now.</summary>
    public static async Task<Error?> Active(string field, IEnumerable<UnitRef> units, ActCall call)
    {
        foreach (var unit in units.Where(unit => unit.Kind == UnitKind.Department))
        {
            if (!await call.Grains.GetGrain<IDepartmentGrain>(IDepartmentGrain.KeyOf(unit.Code)).IsActive(call.Aborted))
                return Error.Invalid(field, "unit-takes-no-cases", unit.ToString());
        }
        return null;
    }

    /// <summary>The faults among some checks.</summary>
    public static List<Error> Faults(params Error?[] checks) => [.. checks.OfType<Error>()];
}
