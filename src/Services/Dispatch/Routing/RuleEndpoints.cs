using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Categories;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Dispatch.Routing;

/// <param name="Reason">Why the rule ends; kept with it.</param>
public sealed record RollBackRequest(string? Reason);

/// <summary>派单目录: the rules of the city's file and of rulings, to read and to roll back.</summary>
internal static class RuleEndpoints
{
    private const int MaxReason = 2_000;

    private static readonly Error Unknown = new(ErrorKind.NotFound, "rule-unknown");

    public static void Map(IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/api/v1/routing/rules").WithTags("routing");
        rules.MapGet("", Browse).RequireRoles(RoutingEndpoint.MayAsk)
            .Produces<RuleList>().WithName("listRules")
            .WithSummary("Routing rules with their history, the most specific first; of one category (what is above and below it), of one unit.");
        rules.MapGet("{id}", Read).RequireRoles(RoutingEndpoint.MayAsk)
            .Produces<RuleHistory>().WithName("readRule").WithSummary("A rule – the version named, else the newest – and all its versions.");
        rules.MapPost("{id}/roll-back", End).RequireRoles(Role.Supervisor | Role.Officer)
            .Produces<RuleView>().WithName("rollBackRule")
            .WithSummary("Ends a rule that a ruling made, so that the one before it is followed again. Name the version, as cited: J-…@2.")
            .WithDescription("By a supervisor or the supervision body. All of Hotline follows within a second. A repetition changes nothing.");
    }

    private static async Task<IResult> Browse(string? category, UnitRef? unit, HttpContext http, RuleBook book, City city, TimeProvider clock)
    {
        var all = await Views(http, book, city, clock);
        return Results.Ok(new RuleList([.. all.Where(rule =>
            (category is null || CategoryTree.IsUnder(category, rule.Category) || CategoryTree.IsUnder(rule.Category, category))
            && (unit is null || rule.Lead == unit || rule.Assisting.Contains(unit.Value)))]));
    }

    private static async Task<IResult> Read(string id, HttpContext http, RuleBook book, City city, TimeProvider clock)
    {
        var (name, version) = Cited(id);
        RuleView[] versions = [.. (await Views(http, book, city, clock)).Where(rule => rule.Id == name).OrderByDescending(rule => rule.Version)];
        return versions.FirstOrDefault(rule => version is null || rule.Version == version) is { } found
            ? Results.Ok(new RuleHistory(found, versions))
            : Unknown.ToResult();
    }

    private static async Task<IResult> End(
        string id, RollBackRequest body, HttpContext http, RuleTable rules, RuleBook book, City city, TimeProvider clock)
    {
        var caller = http.Caller();
        if (!caller.Is(Role.Supervisor) && caller.Unit != city.Departments.SupervisionBody.Unit)
            return new Error(ErrorKind.Forbidden, "act-forbidden").ToResult();
        if (string.IsNullOrWhiteSpace(body.Reason))
            return Error.Invalid("reason", "required").ToResult();
        if (body.Reason.Length > MaxReason)
            return Error.Invalid("reason", "too-long", MaxReason.ToString(CultureInfo.InvariantCulture)).ToResult();
        var (name, version) = Cited(id);
        if (version is not { } ended)
            return Error.Invalid("id", "rule-version-needed").ToResult();

        var how = new RollBack(clock.GetUtcNow(), caller.ToActor().ToString(), body.Reason);
        if (await rules.RollBack(name, ended, how, http.RequestAborted) is null)
            return (city.Routing.Rules.Any(rule => rule.Citation == id) ? new Error(ErrorKind.Conflict, "rule-of-the-city") : Unknown).ToResult();
        book.Forget();
        return Results.Ok((await Views(http, book, city, clock)).First(rule => rule.Rule == id));
    }

    private static async Task<IEnumerable<RuleView>> Views(HttpContext http, RuleBook book, City city, TimeProvider clock) => new RuleViews(
        await book.Current(http.RequestAborted), city.Calendar.LocalDate(clock.GetUtcNow()), CultureInfo.GetCultureInfo(Language.Of(http.Request))).All();

    // "J-…@2" is a version; "J-…" is the rule.
    private static (string Id, int? Version) Cited(string id) =>
        id.LastIndexOf('@') is var at and > 0 && int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (id[..at], version)
            : (id, null);
}

/// <summary>Routing rules.</summary>
public sealed record RuleList(IReadOnlyList<RuleView> Rules);

/// <summary>A rule over time.</summary>
/// <param name="Versions">The newest first.</param>
public sealed record RuleHistory(RuleView Rule, IReadOnlyList<RuleView> Versions);
