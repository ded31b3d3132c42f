using Hotline.AppHost.Processes.Keeping;
using Hotline.Servers.Launching;

namespace Hotline.AppHost.Processes.Injecting;

/// <summary>What is decided when the topology starts on this machine: ports and secrets, the same as at the last start.</summary>
internal sealed record Allocation(DataFolder Data, PortBook Ports, SecretBook Secrets, IConfiguration Configuration)
{
    public int Port(string key) => Ports.Of(key);

    /// <summary>
    /// Where services are told to find a server: at its own port, unless configuration (<c>Proxies:name</c>) names the port of
    /// something that stands between, such as the one that <c>./hotline faults</c> breaks connections with.
    /// </summary>
    public int PortSeen(string server, int port) => Configuration.GetValue($"Proxies:{server}", port);

    public string Secret(string name) => Secrets.Of(name);

    /// <summary>Configuration wins, as it does in Aspire.</summary>
    public string Parameter(string name) => Configuration[$"Parameters:{name}"] ?? Secrets.Of(name);
}
