using System.Text.Json;
using Hotline.Contracts.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hotline.ServiceDefaults.Health;

/// <summary>Two questions, two answers: "is the process alive?" decides about a restart, "can it serve?" about traffic.</summary>
public static class HealthEndpoints
{
    /// <summary>Tag of the checks behind <c>/health/ready</c>.</summary>
    public const string Ready = "ready";

    internal const string Live = "live";

    internal static void AddHotlineHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck("process", () => HealthCheckResult.Healthy(), [Live, Ready]);

    internal static void MapHotlineHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", Answering(Live)).AllowAnonymous().ExcludeFromDescription();
        app.MapHealthChecks("/health/ready", Answering(Ready)).AllowAnonymous().ExcludeFromDescription();
    }

    private static HealthCheckOptions Answering(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = Write,
    };

    // Names and states only: descriptions and exceptions hold addresses.
    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status);
        return JsonSerializer.SerializeAsync(context.Response.Body, new { report.Status, checks }, CaseJson.Options, context.RequestAborted);
    }
}
