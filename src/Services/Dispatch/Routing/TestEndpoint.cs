using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Categories;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Dispatch;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;
using Route = Hotline.GrainContracts.Dispatch.Route;

namespace Hotline.Dispatch.Routing;

/// <param name="Text">A matter in a citizen's words; kept nowhere. Needed unless a category is named.</param>
/// <param name="Category">Absent: the category whose keywords say most about the text.</param>
/// <param name="Area">Area code; absent: none is known.</param>
/// <param name="Kind">Absent: the line of the category.</param>
public sealed record RoutingTestRequest(string? Text, string? Category, string? Area, CaseKind? Kind);

/// <summary>Where a matter would go, and why.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Alternatives">Other categories whose keywords stand in the text, the best first.</param>
/// <param name="Route">Absent when no rule can be followed and a person has to choose.</param>
/// <param name="Considered">Every rule for the category, in the order they were asked.</param>
public sealed record RoutingTest(
    SuggestedCategory Category, IReadOnlyList<SuggestedCategory> Alternatives, CaseKind Kind, string? Area, Route? Route, IReadOnlyList<ConsideredRule> Considered);

/// <summary>A category and the words of the text that speak for it.</summary>
public sealed record SuggestedCategory(string Code, string Name, IReadOnlyList<string> Keywords);

/// <summary>Tests the rules against a text.</summary>
internal static class TestEndpoint
{
    private const int MaxText = 20_000;
    private const int MaxAlternatives = 5;

    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/v1/routing/test", Test).RequireRoles(RoutingEndpoint.MayAsk).WithTags("routing").Produces<RoutingTest>().WithName("testRouting")
        .WithSummary("Where a matter in these words would go now, and why: the category suggested, the rule followed, and every rule considered.");

    private static async Task<IResult> Test(
        RoutingTestRequest body, HttpContext http, City city, IGrainFactory grains, RuleBook book, TimeProvider clock)
    {
        if (body.Text?.Length > MaxText)
            return Error.Invalid("text", "too-long", MaxText.ToString(CultureInfo.InvariantCulture)).ToResult();
        var matches = city.Categories.Match(body.Text ?? "");
        if (Chosen(body, city, matches) is not { } category)
            return (body.Category is { } code ? Error.Invalid("category", "category-unknown", code) : Error.Invalid("category", "no-category-found")).ToResult();

        var question = new RouteQuestion(body.Kind ?? category.Kind, category.Code, body.Area);
        var route = await grains.GetGrain<IRouterGrain>(IRouterGrain.Key).Route(question, http.RequestAborted);
        if (route.Error is { Kind: not ErrorKind.NotFound } wrong)
            return wrong.ToResult();

        var culture = CultureInfo.GetCultureInfo(Language.Of(http.Request));
        var page = await book.Current(http.RequestAborted);
        return Results.Ok(new RoutingTest(
            Suggested(category, matches, culture),
            [.. matches.Select(match => match.Category).Where(other => other != category).Take(MaxAlternatives).Select(other => Suggested(other, matches, culture))],
            question.Kind,
            question.Area,
            route.Value,
            ConsideredRules.Of(page, question, city.Calendar.LocalDate(clock.GetUtcNow()), route.Value?.Rule)));
    }

    private static Category? Chosen(RoutingTestRequest body, City city, IReadOnlyList<CategoryMatch> matches) =>
        body.Category is { } code ? city.Categories.Find(code) : matches.Count > 0 ? matches[0].Category : null;

    private static SuggestedCategory Suggested(Category category, IReadOnlyList<CategoryMatch> matches, CultureInfo culture) => new(
        category.Code, category.Name.In(culture), matches.FirstOrDefault(match => match.Category == category)?.Keywords ?? []);
}
