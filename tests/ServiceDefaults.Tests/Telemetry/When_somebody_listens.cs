using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Hotline.ServiceDefaults.Tests.Telemetry;

/// <summary>A service whose OTLP endpoint is a collector of ours.</summary>
public sealed class When_somebody_listens : IAsyncLifetime
{
    private static readonly ActivitySource Work = new("Hotline.Sample");
    private static readonly Meter Meter = new("Hotline.Sample");
    private static readonly Counter<long> Cases = Meter.CreateCounter<long>("hotline.sample.cases", "{case}");

    private readonly ConcurrentDictionary<string, string> received = new();
    private WebApplication collector = null!;
    private WebApplication service = null!;

    public async ValueTask InitializeAsync()
    {
        var silent = WebApplication.CreateSlimBuilder();
        silent.Logging.ClearProviders();
        collector = await Start(silent, app => app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Protobuf keeps strings as they are, which is all we look for.
            received.AddOrUpdate(signal, _ => Text(body), (_, before) => before + Text(body));
        }));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Hotline:CallerKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address(collector).ToString();
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.AddHotlineDefaults("sample");
        service = await Start(builder, app =>
        {
            app.MapHotlineDefaults();
            app.MapGet("/work/{number}", (string number, ILogger<When_somebody_listens> log) =>
            {
                using var work = Work.StartActivity("deciding");
                Cases.Add(1);
                SampleLog.Worked(log, number.Length);
            }).AllowAnonymous();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await collector.DisposeAsync();
    }

    [Fact]
    public async Task Requests_and_our_own_work_become_spans_metrics_and_logs()
    {
        using var client = new HttpClient { BaseAddress = Address(service) };
        await client.GetAsync("/work/261123-000001-4");
        await client.GetAsync("/health/live");
        service.Services.GetRequiredService<TracerProvider>().ForceFlush();
        service.Services.GetRequiredService<MeterProvider>().ForceFlush();
        service.Services.GetRequiredService<LoggerProvider>().ForceFlush();
        Assert.Contains("GET /work/{number}", received["traces"], StringComparison.Ordinal);
        Assert.Contains("deciding", received["traces"], StringComparison.Ordinal);
        Assert.DoesNotContain("GET /health/live", received["traces"], StringComparison.Ordinal);
        Assert.Contains("hotline.sample.cases", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("Worked on", received["logs"], StringComparison.Ordinal);
    }

    private static string Text(MemoryStream body) => Encoding.Latin1.GetString(body.ToArray());

    private static Uri Address(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<WebApplication> Start(WebApplicationBuilder builder, Action<WebApplication> map)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}

internal static partial class SampleLog
{
    [LoggerMessage(1, LogLevel.Information, "Worked on {Length} letters")]
    public static partial void Worked(ILogger log, int length);
}
