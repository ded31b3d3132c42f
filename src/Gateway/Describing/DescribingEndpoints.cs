using Hotline.ServiceDefaults.Errors;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Hotline.Gateway.Describing;

/// <summary>What this address is: the front page, the joined OpenAPI document, and a page to read it.</summary>
internal static class DescribingEndpoints
{
    public static void MapDescriptions(this WebApplication app)
    {
        app.MapGet("/", Front).ExcludeFromDescription();
        app.MapGet("/openapi/v1.json", async (ServiceDocuments documents, CancellationToken ct) =>
            Results.Bytes(await documents.Get(ct), "application/json; charset=utf-8")).ExcludeFromDescription();
        // Everything from here: a city's network may have no way out, and nobody else needs to know who reads this.
        app.MapScalarApiReference("/docs", page => page.WithTitle("Hotline").WithOpenApiRoutePattern("/openapi/v1.json")
            .DisableDefaultFonts().DisableTelemetry().DisableAgent());
    }

    private static IResult Front(HttpRequest request) =>
        request.Headers[HeaderNames.Accept].ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Results.Content(Page(Language.Of(request)), "text/html; charset=utf-8")
            : Results.Json(new { name = "hotline", documentation = "/docs", openapi = "/openapi/v1.json", token = "/connect/token", cases = "/api/v1/cases" });

    private static string Page(string language)
    {
        var (title, lead, docs, document, signIn) = language == Language.English
            ? ("Hotline", "One number for the whole city.", "API reference", "OpenAPI document", "Sign in")
            : ("城市热线", "一个号码,服务全城。", "接口文档", "OpenAPI 描述", "登录");
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>
            <body style="font-family: system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; line-height: 1.6">
            <h1>{title}</h1>
            <p>{lead}</p>
            <ul><li><a href="/docs">{docs}</a></li><li><a href="/openapi/v1.json">{document}</a></li><li><a href="/account/login">{signIn}</a></li></ul>
            </body>
            </html>
            """;
    }
}
