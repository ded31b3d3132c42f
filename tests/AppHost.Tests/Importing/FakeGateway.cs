using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.AppHost.Tests.Importing;

/// <summary>Speaks the words of the case API over real HTTP: what an import has to cope with, on demand.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _busy;
    private int _requests;

    private FakeGateway(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, string> Cases { get; } = new();

    public int Requests => _requests;

    /// <summary>After so many cases it is gone.</summary>
    public int? FailsAfter { get; set; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FakeGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var gateway = new FakeGateway(builder.Build());
        gateway._app.MapPost("/api/v1/cases", (Delegate)gateway.Submit);
        await gateway._app.StartAsync();
        return gateway;
    }

    /// <summary>Answers the next requests with 429.</summary>
    public void BeBusy(int times) => _busy = times;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> Submit(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (Interlocked.Decrement(ref _busy) >= 0)
        {
            context.Response.Headers.RetryAfter = "1";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (body.Contains("\"title\":\"bad\"", StringComparison.Ordinal))
        {
            return Results.Json(new { title = "wrong", errors = new { title = new[] { "is bad" } } }, statusCode: 400);
        }

        if (Cases.Count >= FailsAfter)
        {
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }

        var number = Cases.GetOrAdd(context.Request.Headers["Idempotency-Key"].ToString(), _ => $"n-{Cases.Count + 1}");
        return Results.Created("/", new { number });
    }
}
