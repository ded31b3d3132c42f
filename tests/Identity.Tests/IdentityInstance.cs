using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hotline.Cities;
using Hotline.Cities.Accounts;
using Hotline.ServiceDefaults;
using Hotline.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Hotline.Identity.Tests;

/// <summary>The real service on a real database, with the demo city's accounts.</summary>
public sealed class IdentityInstance : IAsyncDisposable
{
    public const string Issuer = "http://hotline.test:8890/";

    private readonly WebApplication app;

    private IdentityInstance(WebApplication app) => this.app = app;

    public required Uri Address { get; init; }

    public static async Task<IdentityInstance> Start(string database, string folder, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Hotline.Identity" });
        builder.Configuration["ConnectionStrings:hotline"] = database;
        builder.Configuration["Hotline:DataFolder"] = folder;
        builder.Configuration["Hotline:City"] = Source("cities/demo");
        builder.Configuration["Identity:Issuer"] = Issuer;
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHotlineDefaults("identity", forwardedCallers: false);
        builder.AddIdentity();
        var app = builder.Build();
        app.UseIssuerAddress();
        app.MapHotlineDefaults();
        app.MapIdentity();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new IdentityInstance(app) { Address = new Uri(addresses.Addresses.First()) };
    }

    public static async Task<IdentityInstance> StartFresh() =>
        await Start(await (await PostgresServer.SharedAsync()).CreateDatabase(), TemporaryFolder.Create("identity"));

    /// <summary>Password of everybody in the demo city.</summary>
    public string Password => app.Services.GetRequiredService<City>().Accounts.DemoPassword!;

    public string SecretOf(string client) => app.Services.GetRequiredService<City>().Accounts.Clients.Single(account => account.Id == client).Secret!;

    public CityAccounts Accounts => app.Services.GetRequiredService<City>().Accounts;

    public IServiceScope Scope() => app.Services.CreateScope();

    /// <summary>A browser of its own: cookies kept, redirects seen.</summary>
    public HttpClient Browser() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public async Task<(HttpStatusCode Status, JsonElement Body)> Token(params (string Key, string Value)[] form)
    {
        using var browser = Browser();
        using var content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        using var answer = await browser.PostAsync("/connect/token", content);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<JsonWebToken> ClientToken(string client, string? scope = null)
    {
        (string, string)[] form = [("grant_type", "client_credentials"), ("client_id", client), ("client_secret", SecretOf(client))];
        var (status, body) = await Token(scope is null ? form : [.. form, ("scope", scope)]);
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        return new JsonWebToken(body.GetProperty("access_token").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public static string Source(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../..", path));
}

/// <summary>One instance for the tests that leave nothing behind.</summary>
public sealed class SharedIdentity : IAsyncLifetime
{
    public IdentityInstance Instance { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Instance = await IdentityInstance.StartFresh();

    public ValueTask DisposeAsync() => Instance.DisposeAsync();
}
