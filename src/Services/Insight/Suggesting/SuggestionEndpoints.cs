using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Suggesting;

/// <summary>A matter while it is being written down.</summary>
/// <param name="Title">May be absent while there is a text, and the other way round.</param>
public sealed record SuggestionRequest(string? Title, string? Text);

/// <summary>Suggestions from what was decided before, over HTTP. Nothing is kept of what is asked.</summary>
internal static class SuggestionEndpoints
{
    private const int LongestTitle = 200, LongestText = 20_000;

    public static void MapSuggestions(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/v1/suggestions/category", Suggest)
        .RequireRoles(Role.Channel | Role.Operator | Role.Supervisor)
        .WithName("suggestCategory")
        .WithTags("Suggestions")
        .WithSummary("The categories of decided cases with the same words, each with the cases and words that say why. Channels get no case numbers.")
        .Produces<CategorySuggestions>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Suggest(HttpContext context, SuggestionRequest body, DecidedCases decided, City city)
    {
        if (Faults(body) is { Count: > 0 } faults)
            return faults.ToResult();
        var nearest = await decided.Like($"{body.Title}\n{body.Text}", context.RequestAborted);
        var culture = CultureInfo.GetCultureInfo(Language.Of(context.Request));
        var staff = context.Caller().Is(Role.Operator | Role.Supervisor);
        return TypedResults.Ok(new CategorySuggestions(CategoryVotes.Count(nearest, city.Categories, withNumbers: staff, culture)));
    }

    private static List<Error> Faults(SuggestionRequest body) =>
    [
        .. string.IsNullOrWhiteSpace(body.Title) && string.IsNullOrWhiteSpace(body.Text) ? [Error.Invalid("text", "required")] : TooLong("title", body.Title, LongestTitle),
        .. TooLong("text", body.Text, LongestText),
    ];

    private static Error[] TooLong(string field, string? value, int most) =>
        value?.Length > most ? [Error.Invalid(field, "too-long", most.ToString(CultureInfo.InvariantCulture))] : [];
}
