using Hotline.Gateway.Describing;
using Hotline.Gateway.Limiting;
using Hotline.Gateway.Receiving;
using Hotline.Gateway.Routing;
using Hotline.Gateway.Verifying;
using Hotline.ServiceDefaults.Health;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Health;

namespace Hotline.Gateway;

/// <summary>The one door: who are you, how often do you come, where do you want to go. No rule of the business.</summary>
public static class GatewayService
{
    /// <summary>Adds the gateway.</summary>
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddOptions<GatewaySettings>().BindConfiguration(GatewaySettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<GatewaySettings>>((kestrel, settings) =>
            kestrel.Limits.MaxRequestBodySize = settings.Value.MaxBodyBytes);
        services.AddBearerTokens(configuration);
        services.AddRateLimits();
        services.AddBrowsers();
        services.AddSingleton<ServiceDocuments>();
        services.AddSingleton<GatewayMetrics>();
        services.AddSingleton<ForwardingFailures>();
        services.AddHostedService(provider => provider.GetRequiredService<ForwardingFailures>());
        services.AddHealthChecks().AddCheck<DestinationsCheck>("destinations", tags: [HealthEndpoints.Ready]);
        var settings = configuration.GetSection(GatewaySettings.Section).Get<GatewaySettings>() ?? new GatewaySettings();
        services.AddSingleton<IAvailableDestinationsPolicy, LikelyDestinations>();
        // An instance is spared at least as long as its failures are remembered.
        services.Configure<TransportFailureRateHealthPolicyOptions>(passive => passive.DetectionWindowSize = RouteTable.FailureMemory);
        services.AddReverseProxy().LoadFromMemory(RouteTable.Routes, RouteTable.Clusters(configuration, settings))
            .AddTransforms(ForwardedIdentity.Apply).AddTransforms(EventStreams.Apply);
        // Two lines per request otherwise.
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        // Counted and told by ForwardingFailures.
        builder.Logging.AddFilter("Yarp.ReverseProxy.Forwarder", LogLevel.None);
        builder.Logging.AddFilter("Yarp.ReverseProxy.LoadBalancing", LogLevel.None);
        return builder;
    }

    /// <summary>Puts the checks in front of the routes.</summary>
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.Use(Disguises.Remove);
        app.Use(RequestIds.Give);
        app.Use(app.Services.GetRequiredService<GatewayMetrics>().Count);
        app.UseMiddleware<BodyLimit>();
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapDescriptions();
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(app.Services.GetRequiredService<ForwardingFailures>().Count);
            proxy.Use(ForwardingProblems.Explain);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        return app;
    }

    private static void AddBrowsers(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<GatewaySettings>>((cors, settings) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.Value.Origins])
            .AllowAnyMethod()
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.AcceptLanguage, HeaderNames.IfMatch, "Idempotency-Key", RequestIds.Header)
            .WithExposedHeaders(HeaderNames.Location, HeaderNames.ETag, HeaderNames.RetryAfter, RequestIds.Header)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }
}
