using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hotline.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs. Who listens is decided by <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> alone; without it only the console
/// is written, and nothing is collected that nobody would read.</summary>
internal static class HotlineTelemetry
{
    private static readonly string[] Sources =
        ["Hotline.*", "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "MassTransit", "Yarp.ReverseProxy"];

    private static readonly string[] Meters = ["Hotline.*", "Microsoft.Orleans", "MassTransit", "Npgsql", "Yarp.ReverseProxy"];

    public static void AddHotlineTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.AddReadableConsole();
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, serviceNamespace: "hotline"))
            .WithTracing(tracing => tracing
                .AddSource(Sources)
                .AddNpgsql()
                .AddHttpClientInstrumentation()
                .AddAspNetCoreInstrumentation(http =>
                    http.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .WithLogging()
            .UseOtlpExporter();
    }

    private static void AddReadableConsole(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // When nobody reads fast enough, lines are lost and their number is told; to wait would stop every request that has something to say.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        // A line per request would cost more than some requests do, and paths hold case numbers.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        // A silo tells its whole life at this level: pages at every start, and nothing an operator acts on.
        logging.AddFilter("Orleans", LogLevel.Warning);
        // Orleans places every activation through a resilience pipeline, which tells of each success twice.
        logging.AddFilter("Polly", LogLevel.Warning);
        // The answer of /health/ready says it already, and it is asked every second or so.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Error);
        // Logged once, with the route instead of the path, by ExceptionProblems.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
    }
}
