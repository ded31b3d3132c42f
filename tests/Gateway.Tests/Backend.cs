using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Gateway.Tests;

/// <summary>A tiny service on a real socket that says who it is and what reached it.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication app;

    private Backend(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<Backend> Start(string name, Action<WebApplication>? more = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        more?.Invoke(app);
        app.Map("/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            return Results.Json(new Echo(name, context.Request.Path, context.Request.Method, headers, body.Length));
        });
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new Backend(app, new Uri(addresses.Addresses.First()));
    }

    /// <summary>A backend that describes itself.</summary>
    public static Task<Backend> Start(string name, JsonObject openApi) =>
        Start(name, app => app.MapGet("/openapi/v1.json", () => Results.Text(openApi.ToJsonString(), "application/json")));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

internal sealed record Echo(string Service, string Path, string Method, Dictionary<string, string> Headers, int BodyLength)
{
    /// <summary>Value of a header, however its name is spelled.</summary>
    public string Header(string name) => Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
