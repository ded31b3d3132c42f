using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Ledger.Relaying;
using Hotline.ServiceDefaults;
using Hotline.ServiceDefaults.Callers;
using Hotline.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hotline.Dispatch.Tests.Hosting;

/// <summary>The whole service on real servers, as its Program starts it; only the cases are a double of this project.</summary>
public sealed class DispatchHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DispatchHost(WebApplication app, RabbitServer broker)
    {
        _app = app;
        Broker = broker;
    }

    public RabbitServer Broker { get; }

    public IServiceProvider Services => _app.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    internal CaseDoubles Cases => Services.GetRequiredService<CaseDoubles>();

    /// <summary>The departments' vhost of this host.</summary>
    public string VirtualHost { get; private init; } = "";

    public static async Task<DispatchHost> Start(string? database = null, RabbitServer? ownBroker = null, string? dataFolder = null)
    {
        var broker = ownBroker ?? await RabbitServer.SharedAsync();
        database ??= await (await PostgresServer.SharedAsync()).CreateDatabase();
        var bus = await broker.CreateVhost();
        var vhost = "dept-" + Guid.NewGuid().ToString("N")[..8];
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings(broker, bus, database, vhost, dataFolder));
        builder.AddHotlineDefaults("dispatch");
        builder.AddDispatch();
        builder.Services.AddSingleton<CaseDoubles>();
        var app = builder.Build();
        app.MapHotlineDefaults();
        app.MapDispatch();
        await app.StartAsync();
        var host = new DispatchHost(app, broker) { VirtualHost = vhost };
        await Eventually.Holds("the service is ready", async () => (await host.Client().GetAsync("/health/ready")).IsSuccessStatusCode);
        return host;
    }

    /// <summary>A client that the gateway let in as this caller.</summary>
    public HttpClient Client(Role roles = Role.None, UnitRef? unit = null)
    {
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var client = new HttpClient { BaseAddress = new Uri(address) };
        var caller = new Caller($"test-{unit}", "test", "test", roles, [], unit);
        client.DefaultRequestHeaders.Add(CallerHeader.Name, Services.GetRequiredService<CallerHeader>().Write(caller));
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        return client;
    }

    /// <summary>Puts events on the bus, as the relay of the ledger does.</summary>
    public Task Publish(params IEnumerable<CaseEvent> events) => Services.GetRequiredService<IEventPublisher>().Publish(
        [.. events.Select(one => new RelayedEvent(
            LedgerPlace.Start, one.CaseId.Value, one.Version, one.GetType().Name, JsonSerializer.Serialize(one, one.GetType(), CaseJson.Options), one.At))],
        CancellationToken.None);

    public async Task<T?> Scalar<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(RabbitServer broker, Uri bus, string database, string vhost, string? dataFolder) => new()
    {
        ["ConnectionStrings:hotline"] = database,
        ["ConnectionStrings:rabbitmq"] = bus.ToString(),
        ["Hotline:City"] = DemoCity.Folder,
        ["Hotline:DataFolder"] = dataFolder ?? TemporaryFolder.Create("dispatch"),
        ["Hotline:CallerKey"] = Convert.ToBase64String(new byte[32]),
        ["Dispatch:Feed:ManagementUri"] = broker.ManagementUri.ToString(),
        ["Dispatch:Feed:VirtualHost"] = vhost,
        ["Orleans:ClusterId"] = "test-" + Guid.NewGuid().ToString("N"),
        ["Orleans:ServiceId"] = "hotline",
        ["Orleans:Clustering:ProviderType"] = "AdoNet",
        ["Orleans:Clustering:Invariant"] = "Npgsql",
        ["Orleans:Clustering:ConnectionName"] = "hotline",
        ["Orleans:GrainStorage:Default:ProviderType"] = "AdoNet",
        ["Orleans:GrainStorage:Default:Invariant"] = "Npgsql",
        ["Orleans:GrainStorage:Default:ConnectionName"] = "hotline",
        ["Orleans:Endpoints:SiloPort"] = FreePort(),
        ["Orleans:Endpoints:GatewayPort"] = FreePort(),
    };

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
