using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Hotline.Load.Faults.Proxying;

namespace Hotline.Load.Faults.Breaking;

/// <summary>The connections that can be broken: of clients to the gateway, of services to their servers.</summary>
internal sealed class Links : IAsyncDisposable
{
    private readonly string _ports;
    private readonly Dictionary<string, FaultProxy> _proxies;
    private int? _gateway;

    /// <param name="data">Data folder of the instance, which need not have started yet.</param>
    public Links(string data)
    {
        _ports = Path.Combine(data, "ports.json");
        _proxies = new()
        {
            ["gateway"] = new FaultProxy(() => _gateway ?? throw Refused()),
            ["postgres"] = new FaultProxy(() => PortOf("postgres.tcp")),
            ["rabbitmq"] = new FaultProxy(() => PortOf("rabbitmq.tcp")),
        };
    }

    public FaultProxy this[string name] => _proxies[name];

    /// <summary>Environment of a host whose services are to go by way of us.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings => new[] { "postgres", "rabbitmq" }
        .Select(name => KeyValuePair.Create($"Proxies__{name}", (string?)_proxies[name].Port.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Where clients that go by way of us find the gateway.</summary>
    /// <param name="gateway">Port of the gateway itself.</param>
    public Uri GatewayFor(int gateway)
    {
        _gateway = gateway;
        return new Uri($"http://127.0.0.1:{_proxies["gateway"].Port}");
    }

    /// <summary>All are as good as new.</summary>
    public void Mend()
    {
        foreach (var proxy in _proxies.Values)
        {
            proxy.Set(Disturbance.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in _proxies.Values)
        {
            await proxy.DisposeAsync();
        }
    }

    /// <summary>From the host's book: services connect before we hear that it is ready, and may find it half written.</summary>
    private int PortOf(string name)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(_ports))![name];
        }
        catch (Exception fault) when (fault is IOException or JsonException or KeyNotFoundException)
        {
            throw Refused();
        }
    }

    private static SocketException Refused() => new((int)SocketError.ConnectionRefused);
}
