using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Projecting;
using Hotline.Insight.Screening;
using Hotline.Insight.Tests.Support;
using Hotline.Ledger.Secrets;
using Hotline.ServiceDefaults;
using Hotline.ServiceDefaults.Callers;
using Hotline.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

[assembly: AssemblyFixture(typeof(InsightProcess))]

namespace Hotline.Insight.Tests.Support;

/// <summary>The whole service as it runs, on real PostgreSQL and RabbitMQ; only the owner of the ledger is played by the test.</summary>
public sealed class InsightProcess : IAsyncLifetime
{
    private readonly string _dataFolder = Directory.CreateTempSubdirectory("insight-").FullName;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public LedgerOwner Ledger { get; } = new();

    /// <summary>The cases that are asked to hold.</summary>
    internal AskedCases Cases { get; } = new();

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        var postgres = await PostgresServer.SharedAsync();
        var rabbit = await RabbitServer.SharedAsync();
        var vhost = await rabbit.CreateVhost();
        await Ledger.Start();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ConnectionStrings:hotline"] = await postgres.CreateDatabase(),
            ["ConnectionStrings:rabbitmq"] = vhost.AbsoluteUri,
            ["Hotline:City"] = Path.Combine(RepositoryRoot(), "cities", "demo"),
            ["Hotline:DataFolder"] = _dataFolder,
            ["Hotline:CallerKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Insight:Broker:ManagementUri"] = rabbit.ManagementUri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped),
            ["services:cases:http:0"] = Ledger.Address,
        });
        builder.AddHotlineDefaults(InsightService.Name);
        builder.AddInsight();
        builder.Services.AddSingleton<CaseDoor>(Cases.Door);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapHotlineDefaults();
        _app.MapInsight();
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        await Eventually.Holds("the service is ready", async () => (await _http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        Ledger.Publisher = Services.GetRequiredService<Ledger.Relaying.IEventPublisher>();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Ledger.DisposeAsync();
        Directory.Delete(_dataFolder, recursive: true);
    }

    /// <summary>Brings the read model up to the events, as the consumer would.</summary>
    public Task Apply(params IEnumerable<CaseStory> stories) => Apply(stories.SelectMany(story => story.Events));

    /// <inheritdoc cref="Apply(IEnumerable{CaseStory})"/>
    public Task Apply(IEnumerable<ICaseEvent> events) =>
        Services.GetRequiredService<Projection>().Apply([.. events], CancellationToken.None);

    public string PhoneHashOf(string phone) => Services.GetRequiredService<PhoneHash>().Of(phone);

    /// <summary>Forgets every case.</summary>
    public async Task Empty()
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            delete from insight.case_row;
            truncate insight.case_text, insight.figure, insight.desk_count, insight.case_row_next, insight.rebuild, insight.saved_filter, insight.to_screen, insight.standing_entry, insight.standing_appeal
            """);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, Caller? by, string path, object? body = null)
    {
        using var request = Request(method, by, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: CaseJson.Options);
        return await _http.SendAsync(request);
    }

    /// <summary>Follows the worklists of a caller.</summary>
    /// <param name="lastEventId">The client was here before.</param>
    public async Task<Listener> Follow(Caller by, string? lastEventId = null)
    {
        using var request = Request(HttpMethod.Get, by, "/api/v1/worklists/stream");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return await Listener.To(await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    /// <summary>GET that must succeed.</summary>
    public async Task<T> Get<T>(Caller by, string path)
    {
        using var response = await Send(HttpMethod.Get, by, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<T>(CaseJson.Options))!;
    }

    /// <summary>The same as plain JSON, to see what is really on the wire.</summary>
    public Task<JsonElement> Get(Caller by, string path) => Get<JsonElement>(by, path);

    public async Task<HttpStatusCode> Status(Caller? by, string path)
    {
        using var response = await Send(HttpMethod.Get, by, path);
        return response.StatusCode;
    }

    private HttpRequestMessage Request(HttpMethod method, Caller? by, string path)
    {
        var request = new HttpRequestMessage(method, path);
        if (by is not null)
            request.Headers.Add(CallerHeader.Name, Services.GetRequiredService<CallerHeader>().Write(by));
        return request;
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hotline.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Hotline.sln above the tests.");
        return folder;
    }
}

/// <summary>Callers as the gateway would forward them.</summary>
public static class Callers
{
    public static Caller Operator { get; } = Of("wang", Role.Operator);
    public static Caller Supervisor { get; } = Of("chen", Role.Supervisor);
    public static Caller Auditor { get; } = Of("audit", Role.Auditor);
    public static Caller Administrator { get; } = Of("root", Role.Administrator);
    public static Caller WaterOfficer { get; } = Of("li", Role.Officer, UnitRef.Department("water"));
    public static Caller RoadsSystem { get; } = Of("dept.roads", Role.Department, UnitRef.Department("roads"));
    public static Caller Plumber { get; } = Of("m001", Role.Merchant, UnitRef.Merchant("m001"));
    public static Caller WebChannel { get; } = new("web", "web", "web", Role.Channel, ["cases:submit:web"], null);

    private static Caller Of(string subject, Role role, UnitRef? unit = null) => new(subject, subject, "console", role, [], unit);
}
