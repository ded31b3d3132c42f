using Hotline.Cases.Receiving;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Advising;

/// <summary>A matter while it is being written down; everything may still be absent but the text.</summary>
public sealed record AdviceRequest(string? Title, string? Text, CitizenRequest? Citizen, PlaceRequest? Place, DateTimeOffset? OccurredAt);

/// <summary><c>POST /api/v1/cases/advice</c>: nothing is kept of what is asked.</summary>
internal static class AdviceEndpoint
{
    private const int Longest = 20_200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/cases/advice", Advise)
        .RequireRoles(Role.Channel | Role.Operator | Role.Supervisor)
        .WithName("AdviseOnCase")
        .WithSummary("What a matter seems to be: category and why, urgency, whom to call at once, what is missing. Nothing is kept.")
        .Produces<Advice>();

    private static IResult Advise(AdviceRequest request, HttpContext http, City city)
    {
        if (string.IsNullOrWhiteSpace(request.Title) && string.IsNullOrWhiteSpace(request.Text))
            return Error.Invalid("text", "required").ToResult();
        return (request.Title?.Length ?? 0) + (request.Text?.Length ?? 0) > Longest
            ? Error.Invalid("text", "too-long", "20000").ToResult()
            : Results.Ok(Advice.On(request, city, Language.CultureOf(http.Request)));
    }
}
