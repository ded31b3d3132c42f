using System.Text.Json;

namespace Hotline.Launcher.Controlling;

/// <summary>Where the servers of a running instance listen, from its data folder: for tests and measurements, which look behind the gateway.</summary>
/// <param name="data">Full path of the data folder.</param>
internal sealed class Addresses(string data)
{
    private readonly Dictionary<string, int> _ports =
        JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(Path.Combine(data, "ports.json")))!;

    /// <summary>Npgsql's connection string of the database that all services share.</summary>
    public string Database => DatabaseOf("hotline");

    /// <summary>amqp address of the broker.</summary>
    public Uri Broker => new($"amqp://guest:{Secret("rabbitmq-password")}@127.0.0.1:{_ports["rabbitmq.tcp"]}");

    /// <summary>Root of the broker's management API, with user and password.</summary>
    public Uri BrokerManagement => new($"http://guest:{Secret("rabbitmq-password")}@127.0.0.1:{_ports["rabbitmq.management"]}/");

    /// <summary>Another database of the same server.</summary>
    public string DatabaseOf(string name) =>
        $"Host=127.0.0.1;Port={_ports["postgres.tcp"]};Username=postgres;Password={Secret("postgres-password")};Database={name}";

    private string Secret(string name) => File.ReadAllText(Path.Combine(data, "secrets", name));
}
