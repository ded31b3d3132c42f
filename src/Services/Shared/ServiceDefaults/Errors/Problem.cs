using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>Problem details (RFC 9457) in the language of whoever asked.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name of the problem: end of its <c>type</c> and key of its texts.</param>
public sealed record Problem(int Status, string Code) : IResult, IStatusCodeHttpResult
{
    /// <summary>Start of every <c>type</c>. An identifier, not an address: it stays the same in every city.</summary>
    public const string TypePrefix = "https://hotline.example/problems/";

    /// <summary>Values for the placeholders of the text.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Wrong fields; each gets a text of its own under <c>errors</c>.</summary>
    public IReadOnlyCollection<Error> Fields { get; init; } = [];

    /// <summary>When it is worth trying again; sent as <c>Retry-After</c> in whole seconds, rounded up.</summary>
    public TimeSpan? RetryAfter { get; init; } = Status == StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(2) : null;

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var language = Language.Of(httpContext.Request);
        response.StatusCode = Status;
        response.Headers.ContentLanguage = language;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        response.ContentType = "application/problem+json; charset=utf-8";
        var texts = httpContext.RequestServices.GetRequiredService<ErrorTexts>();
        var body = JsonSerializer.SerializeToUtf8Bytes(Describe(texts, language, httpContext), CaseJson.Options);
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private ProblemDetails Describe(ErrorTexts texts, string language, HttpContext context)
    {
        var text = texts.Find(Code, language);
        var details = new ProblemDetails
        {
            Type = TypePrefix + Code,
            Title = text?.Title ?? Code,
            Status = Status,
            Detail = text?.DetailWith(Arguments),
            Instance = context.Request.Path,
        };
        if (Fields.Count > 0)
            details.Extensions["errors"] = Fields.GroupBy(error => error.Field!).ToDictionary(
                field => field.Key, field => field.Select(error => Explain(error, texts, language)).ToArray());
        details.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return details;
    }

    private static string Explain(Error error, ErrorTexts texts, string language)
    {
        var text = texts.Find(error.Code, language);
        return text is null ? error.Code : text.DetailWith(error.Arguments ?? []) ?? text.Title;
    }
}
