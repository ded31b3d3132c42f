using System.Reflection;
using System.Runtime.CompilerServices;
using Hotline.Contracts.Cases;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;
using Hotline.ServiceDefaults.Health;
using Hotline.ServiceDefaults.OpenApi;
using Hotline.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hotline.ServiceDefaults;

/// <summary>What every Hotline process has in common.</summary>
public static class HotlineDefaults
{
    /// <summary>Adds telemetry, health, clock, JSON dialect, problem details, OpenAPI and the verification of forwarded callers.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="service">Resource name of the service, e.g. <c>dispatch</c>.</param>
    /// <param name="forwardedCallers">False for the gateway and Identity, who establish callers rather than being told.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // the calling assembly brings its error texts
    public static WebApplicationBuilder AddHotlineDefaults(this WebApplicationBuilder builder, string service, bool forwardedCallers = true)
    {
        var texts = ErrorTexts.Of(Assembly.GetCallingAssembly());
        builder.AddHotlineTelemetry(service);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(texts);
        services.AddHotlineHealth();
        services.AddHotlineOpenApi(service);
        services.AddExceptionHandler<ExceptionProblems>();
        services.Configure<JsonOptions>(json => CaseJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        // Less than the 90 s an orchestrator waits before it kills.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
        services.AddSingleton(new CallerPolicy(forwardedCallers));
        services.AddCallerHeader();
        return builder;
    }

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/openapi/v1.json</c> and puts the exception handler, the problem
    /// texts for bare statuses and the caller check in front of every endpoint.</summary>
    public static WebApplication MapHotlineDefaults(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(bare => CommonErrors.OfStatus(bare.HttpContext.Response.StatusCode).ExecuteAsync(bare.HttpContext));
        if (app.Services.GetRequiredService<CallerPolicy>().Forwarded)
            app.UseMiddleware<CallerMiddleware>();
        app.MapHotlineHealth();
        app.MapOpenApi().AllowAnonymous();
        return app;
    }

    private static void AddCallerHeader(this IServiceCollection services)
    {
        services.AddOptions<CallerOptions>().BindConfiguration("Hotline").ValidateDataAnnotations();
        services.AddSingleton(provider => new CallerHeader(
            Convert.FromBase64String(provider.GetRequiredService<IOptions<CallerOptions>>().Value.CallerKey),
            provider.GetRequiredService<TimeProvider>()));
    }

    private sealed record CallerPolicy(bool Forwarded);
}
