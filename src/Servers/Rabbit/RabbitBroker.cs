using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Hotline.Servers.Launching;

namespace Hotline.Servers.Rabbit;

/// <summary>One RabbitMQ node of ours: own name, folder, cookie and port mapper, so that several run side by side.</summary>
public sealed class RabbitBroker(string folder, RabbitPorts ports, string password, string cookie)
{
    public const string User = "guest";

    private static readonly ServerAccount _account = new("rabbitmq", RefusesRoot: false);

    /// <summary>Length and NAMES_REQ of the port mapper's protocol; the answer begins with its port.</summary>
    private static readonly byte[] _namesRequest = [0, 1, (byte)'n'];

    private string Name => Path.GetFileName(folder);

    public Uri AmqpUri => new($"amqp://{User}:{Uri.EscapeDataString(password)}@127.0.0.1:{ports.Amqp}");

    /// <summary>Root of the management API, with user and password.</summary>
    public Uri ManagementUri => new($"http://{User}:{Uri.EscapeDataString(password)}@127.0.0.1:{ports.Management}/");

    /// <summary>Writes the configuration anew, so that a changed port or setting takes effect.</summary>
    public void Prepare()
    {
        _account.OwnFolder(folder);
        _account.OwnFolder(Path.Combine(folder, "data"));
        _account.OwnFolder(Path.Combine(folder, "log"));
        _account.OwnFile(Path.Combine(folder, ".erlang.cookie"), cookie);
        _account.OwnFile(Path.Combine(folder, "advanced.config"), RabbitSettings.Advanced(ports, User, password));
        _account.OwnFile(Path.Combine(folder, "enabled_plugins"), "[rabbitmq_management].\n");
    }

    /// <summary>
    /// Erlang's port mapper in the foreground. The node would start one by itself, as a daemon that nobody stops and that
    /// listens on every address.
    /// </summary>
    public ChildCommand PortMapperCommand(int wave) => new()
    {
        Name = Name + "-epmd",
        Line = _account.Wrap(folder, [RabbitInstallation.Epmd!, "-port", Number(ports.PortMapper), "-address", "127.0.0.1"]),
        Wave = wave,
        WorkingDirectory = "/",
    };

    public ChildCommand Command(int wave) => new()
    {
        Name = Name,
        Line = _account.Wrap(folder, [RabbitInstallation.Program]),
        Environment = RabbitSettings.Environment(folder, ports),
        Wave = wave,
        WorkingDirectory = "/",
    };

    /// <summary>
    /// True when it is up, takes clients, raises no alarm and accepts our password. Its management API answers before
    /// clients can connect, so both are asked.
    /// </summary>
    public async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellation) =>
        await IsHealthyAsync(http, "local-alarms", cancellation)
        && await IsHealthyAsync(http, $"port-listener/{Number(ports.Amqp)}", cancellation);

    /// <summary>Asks the port mapper for its names, as <c>epmd -names</c> does; a mere connection would be logged as a fault.</summary>
    public async Task<bool> PortMapperIsReadyAsync(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", ports.PortMapper, cancellation);
            await client.GetStream().WriteAsync(_namesRequest, cancellation);
            return await client.GetStream().ReadAtLeastAsync(new byte[sizeof(int)], sizeof(int), throwOnEndOfStream: false, cancellation) == sizeof(int);
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return false;
        }
    }

    /// <param name="check">One of the management API's health checks (<c>api/health/checks/…</c>).</param>
    private async Task<bool> IsHealthyAsync(HttpClient http, string check, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{ports.Management}/api/health/checks/{check}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{password}")));
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
