using System.Net.Http.Headers;
using Hotline.Launcher;
using Hotline.Launcher.Authorizing;
using Hotline.Launcher.Controlling;

namespace Hotline.TestKit;

/// <summary>
/// The whole of Hotline in the process engine, with its own data, servers and ports; it ends with the test process. A test
/// project that uses it refers to src/AppHost (ReferenceOutputAssembly="false"), so that everything is built.
/// </summary>
public sealed class HotlineInstance
{
    private static readonly Lazy<Task<HotlineInstance>> _shared = new(() => StartAsync("hotline"));

    private readonly Place _place;

    private HotlineInstance(HostProcess host)
    {
        Host = host;
        _place = new Place(Repository.Root, host.Data, host.Port);
    }

    /// <summary>The instance of this test process, started by whoever asks first.</summary>
    public static Task<HotlineInstance> SharedAsync() => _shared.Value;

    /// <summary>An instance of your own, for tests that break it.</summary>
    /// <param name="name">Unique in the test process.</param>
    /// <param name="settings">Configuration of the host, <c>key=value</c>.</param>
    public static async Task<HotlineInstance> StartAsync(string name, params string[] settings)
    {
        var instance = new HotlineInstance(HostProcess.Launch(name, Repository.Program("src/AppHost"), settings));
        await instance.Host.ReadyAsync();
        return instance;
    }

    /// <summary>Kill, stop and start single processes, read their logs.</summary>
    public HostProcess Host { get; }

    /// <summary>Address of the gateway.</summary>
    public Uri Gateway => new(_place.Gateway);

    /// <summary>Npgsql's connection string of the database that all services share.</summary>
    public string Database => Addresses.Database;

    /// <summary>amqp address of the broker.</summary>
    public Uri Broker => Addresses.Broker;

    /// <summary>Root of the broker's management API, with user and password.</summary>
    public Uri BrokerManagement => Addresses.BrokerManagement;

    /// <summary>An access token of a demo client or person, as <c>./hotline token</c> prints it.</summary>
    public Task<string> TokenAsync(string who) => TokenCommand.TokenAsync(_place, Gateway, who);

    /// <summary>A client of the gateway that carries the token of a demo client or person; without a name, none.</summary>
    public async Task<HttpClient> ClientAsync(string? who = null)
    {
        var token = who is null ? null : await TokenAsync(who);
        return new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = Gateway,
            DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
        };
    }

    private Addresses Addresses => new(Host.Data);
}
