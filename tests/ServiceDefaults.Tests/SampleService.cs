using System.Security.Cryptography;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.ServiceDefaults.Tests;

/// <summary>A service as the house builds them, on a real socket.</summary>
public sealed class SampleService : IAsyncLifetime
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private WebApplication app = null!;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Hotline:CallerKey"] = Convert.ToBase64String(key);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHotlineDefaults("sample");
        app = builder.Build();
        app.MapHotlineDefaults();
        MapSample(app);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Client.BaseAddress = new Uri(addresses.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public string HeaderOf(Caller caller) => new CallerHeader(key, TimeProvider.System).Write(caller);

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, Caller? caller = null)
    {
        if (caller is not null)
            request.Headers.Add(CallerHeader.Name, HeaderOf(caller));
        return await Client.SendAsync(request);
    }

    private static void MapSample(WebApplication app)
    {
        app.MapGet("/who", (HttpContext context) => context.Caller().Subject).Produces<string>();
        app.MapGet("/operators", () => "ok").RequireRoles(Role.Operator | Role.Supervisor);
        app.MapPost("/matters", (Matter matter) => matter).AllowAnonymous();
        app.MapGet("/pages", (int page) => page).AllowAnonymous();
        app.MapGet("/conflict", () => new Error(ErrorKind.Conflict, "role-missing", Arguments: ["supervisor"]).ToResult()).AllowAnonymous();
        app.MapGet("/fields", () => new[] { Error.Invalid("title", "required"), Error.Invalid("title", "too-long", "100") }.ToResult()).AllowAnonymous();
        app.MapGet("/broken", string () => throw new InvalidOperationException("secret inside")).AllowAnonymous();
        app.MapGet("/late", string () => throw new TimeoutException("grain did not answer")).AllowAnonymous();
        app.MapGet("/no-silo", string () => throw new ArgumentException("Could not find an implementation for interface router")).AllowAnonymous();
        app.MapGet("/given-up", string () => throw new TaskCanceledException("placement took too long")).AllowAnonymous();
    }

    public sealed record Matter(string Title, CaseKind Kind, UnitRef? Lead)
    {
        public required Person Citizen { get; init; }
    }

    public sealed record Person(string Name, int? Age);
}
