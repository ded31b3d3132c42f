using System.Net.Http.Headers;
using System.Security.Cryptography;
using Hotline.ServiceDefaults;
using Hotline.ServiceDefaults.Callers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Gateway.Tests;

/// <summary>The real gateway on a real socket, with the addresses a test gives it.</summary>
internal sealed class GatewayInstance : IAsyncDisposable
{
    private readonly WebApplication app;

    private GatewayInstance(WebApplication app, Uri address, byte[] key)
    {
        this.app = app;
        Callers = new CallerHeader(key, TimeProvider.System);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>What a service would verify callers with.</summary>
    public CallerHeader Callers { get; }

    public static Task<GatewayInstance> Start(IEnumerable<(string Service, Uri Address)> destinations, params (string Key, string Value)[] settings) =>
        Start(destinations, _ => { }, settings);

    public static async Task<GatewayInstance> Start(
        IEnumerable<(string Service, Uri Address)> destinations, Action<WebApplicationBuilder> more, params (string Key, string Value)[] settings)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Hotline:CallerKey"] = Convert.ToBase64String(key);
        builder.Configuration["Identity:Issuer"] = Tokens.Issuer;
        builder.Configuration["Gateway:HealthInterval"] = "00:00:00.2";
        foreach (var (service, index) in destinations.GroupBy(entry => entry.Service).SelectMany(group => group.Select((entry, index) => (entry, index))))
            builder.Configuration[$"services:{service.Service}:http:{index}"] = service.Address.ToString();
        foreach (var (name, value) in settings)
            builder.Configuration[name] = value;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHotlineDefaults("gateway", forwardedCallers: false);
        builder.Logging.ClearProviders();
        builder.AddGateway();
        more(builder);
        var app = builder.Build();
        app.MapHotlineDefaults();
        app.MapGateway();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new GatewayInstance(app, new Uri(addresses.Addresses.First()), key);
    }

    /// <summary>Identity's key set as a backend.</summary>
    public static Task<Backend> StartIdentity(Tokens tokens, int port = 0) =>
        Backend.Start("identity", app => app.MapGet("/.well-known/jwks", () => Results.Json(tokens.KeySet)), port);

    public Task<HttpResponseMessage> Get(string path, string? token = null, string? language = null, params (string Name, string Value)[] headers) =>
        Send(new HttpRequestMessage(HttpMethod.Get, path), token, language, headers);

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? token = null, string? language = null, params (string Name, string Value)[] headers)
    {
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>A gateway in front of all services, for tests that do not disturb one another.</summary>
public sealed class WholeHouse : IAsyncLifetime
{
    private readonly List<Backend> backends = [];

    internal Tokens Tokens { get; } = new();

    internal GatewayInstance Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var destinations = new List<(string, Uri)>();
        foreach (var service in new[] { "cases", "dispatch", "escalation", "feedback", "insight" })
        {
            var backend = await Backend.Start(service);
            backends.Add(backend);
            destinations.Add((service, backend.Address));
        }
        var identity = await GatewayInstance.StartIdentity(Tokens);
        backends.Add(identity);
        destinations.Add(("identity", identity.Address));
        Gateway = await GatewayInstance.Start(destinations, ("Gateway:Origins:0", "https://web.city.example"));
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        foreach (var backend in backends)
            await backend.DisposeAsync();
        Tokens.Dispose();
    }
}
