using System.Globalization;
using Hotline.Cities;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Feedback.Answering;

/// <summary>For citizens without an account: who has the link of a notice and its one-time code may answer it.</summary>
internal static class LinkEndpoints
{
    private const string Refusals = "404 for an unknown link; 410 once it is answered, expired, superseded by newer news of the case, or locked by wrong codes.";

    public static void MapLinks(this IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/api/v1/visits/links/{token}")
            .AllowAnonymous()
            .WithTags("Return visits")
            .AddEndpointFilter(KeepToYourself)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
        links.MapGet("", Read)
            .WithName("readVisitLink")
            .WithSummary("What the link of a notice asks")
            .WithDescription("Needs no token. " + Refusals)
            .Produces<LinkView>();
        links.MapPost("", Visit)
            .WithName("answerVisitLink")
            .WithSummary("The citizen answers the return visit (回访) by a link")
            .WithDescription("Needs no token, but the one-time code: 403 with the tries left for a wrong one. Closes the case or orders one redo. " + Refusals)
            .Produces<LinkAnsweredView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        links.MapPost("/reopen", Reopen)
            .WithName("reopenByLink")
            .WithSummary("The citizen opens a closed case again, or has a refusal reviewed, by a link")
            .WithDescription("Needs no token, but the one-time code: 403 with the tries left for a wrong one. " + Refusals)
            .Produces<LinkAnsweredView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> Read(string token, HttpContext context, LinkDesk desk, City city, CancellationToken cancellationToken)
    {
        var opened = await desk.Open(token, cancellationToken);
        return opened.Succeeded
            ? Results.Ok(LinkView.Of(opened.Value, city, CultureInfo.GetCultureInfo(Language.Of(context.Request))))
            : opened.Error.ToResult();
    }

    private static async Task<IResult> Visit(string token, LinkAnswerRequest body, LinkDesk desk, City city, CancellationToken cancellationToken)
    {
        if (body.Faults(city.Visits) is { Count: > 0 } faults)
            return faults.ToResult();
        return Result(await desk.Visit(token, body, cancellationToken));
    }

    private static async Task<IResult> Reopen(string token, LinkReopenRequest body, LinkDesk desk, CancellationToken cancellationToken)
    {
        if (body.Faults() is { Count: > 0 } faults)
            return faults.ToResult();
        return Result(await desk.Reopen(token, body, cancellationToken));
    }

    private static IResult Result(Outcome<CaseView> outcome) => outcome.Succeeded
        ? Results.Ok(new LinkAnsweredView(outcome.Value.Case.Number, outcome.Value.Case.Status, outcome.Value.Case.Outcome))
        : outcome.Error.ToResult();

    // The token in the address is a secret of one person.
    private static ValueTask<object?> KeepToYourself(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var headers = call.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return next(call);
    }
}
