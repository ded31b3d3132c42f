using Hotline.Cities;
using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Saving;

/// <summary>Saved filters over HTTP; everybody has only the own ones.</summary>
internal static class SavedFilterEndpoints
{
    private const string Path = "/api/v1/worklists/filters";

    public static void MapSavedFilters(this IEndpointRouteBuilder endpoints)
    {
        var filters = endpoints.MapGroup(Path).WithTags("Worklists").AddEndpointFilter(OnlyForReaders);
        filters.MapGet("/", All)
            .WithName("listSavedFilters")
            .WithSummary("The filters the caller saved, by name.")
            .Produces<SavedFilterList>();
        filters.MapGet("/{name}", One)
            .WithName("readSavedFilter")
            .WithSummary("A filter the caller saved.")
            .Produces<SavedFilter>();
        filters.MapPut("/{name}", Save)
            .WithName("saveFilter")
            .WithSummary($"Saves a filter under a name, in place of the one that has it; use it as ?filter=name. At most {SavedFilters.Most} a person.")
            .Produces<SavedFilter>()
            .Produces<SavedFilter>(StatusCodes.Status201Created);
        filters.MapDelete("/{name}", Delete)
            .WithName("deleteSavedFilter")
            .WithSummary("Forgets a filter.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async ValueTask<object?> OnlyForReaders(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Scope.Of(call.HttpContext.Caller()) is null ? ListErrors.Forbidden.ToResult() : await next(call);

    private static async Task<IResult> All(HttpContext context, SavedFilters filters) =>
        TypedResults.Ok(new SavedFilterList(await filters.All(context.Caller().Subject, context.RequestAborted)));

    private static async Task<IResult> One(HttpContext context, SavedFilters filters, string name) =>
        await filters.Find(context.Caller().Subject, name, context.RequestAborted) is { } found
            ? TypedResults.Ok(found)
            : ListErrors.UnknownFilter(name).ToResult();

    private static async Task<IResult> Save(HttpContext context, SavedFilters filters, City city, string name, SaveFilterRequest body)
    {
        if (FilterRules.Faults(name, body, city) is { Count: > 0 } faults)
            return faults.ToResult();
        var subject = context.Caller().Subject;
        var isNew = await filters.Find(subject, name, context.RequestAborted) is null;
        if (await filters.Save(subject, name, body.List!, body.Filter!, context.RequestAborted) is not { } saved)
            return ListErrors.TooManyFilters.ToResult();
        return isNew ? TypedResults.Created($"{Path}/{Uri.EscapeDataString(name)}", saved) : TypedResults.Ok(saved);
    }

    private static async Task<IResult> Delete(HttpContext context, SavedFilters filters, string name) =>
        await filters.Delete(context.Caller().Subject, name, context.RequestAborted)
            ? TypedResults.NoContent()
            : ListErrors.UnknownFilter(name).ToResult();
}
