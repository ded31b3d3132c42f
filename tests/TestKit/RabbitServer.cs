using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Hotline.Servers.Launching;
using Hotline.Servers.Rabbit;

namespace Hotline.TestKit;

/// <summary>
/// A real RabbitMQ with its management API on free ports, one per test process. Get it with <see cref="SharedAsync"/> and
/// take a virtual host of your own from it; it ends with the test process.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the test process, and so does its client.")]
public sealed class RabbitServer
{
    private static readonly Lazy<Task<RabbitServer>> _shared = new(() => StartAsync("rabbitmq"));
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(3);

    private readonly RabbitBroker _broker;
    private readonly string _folder;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ServerLog _log = new();
    private Child? _child;
    private int _vhosts;

    private RabbitServer(RabbitBroker broker, string folder)
    {
        _folder = folder;
        _broker = broker;
        _http.BaseAddress = new Uri(broker.ManagementUri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(broker.ManagementUri.UserInfo))));
    }

    /// <summary>The broker of this test process, started by whoever asks first.</summary>
    public static Task<RabbitServer> SharedAsync() => _shared.Value;

    /// <summary>A broker of your own, for tests that stop or kill it.</summary>
    /// <param name="name">Unique in the test process.</param>
    public static async Task<RabbitServer> StartAsync(string name)
    {
        var folder = Path.Combine(Workspace.Folder, name);
        var broker = new RabbitBroker(folder, RabbitPorts.Free(), RandomNumberGenerator.GetHexString(16), RandomNumberGenerator.GetHexString(20));
        broker.Prepare();
        Child.Start(broker.PortMapperCommand(wave: 0), Workspace.RunFolder, _ => { });
        var server = new RabbitServer(broker, folder);
        await server.StartAsync();
        return server;
    }

    /// <summary>amqp://user:password@127.0.0.1:port, of the virtual host "/".</summary>
    public Uri AmqpUri => _broker.AmqpUri;

    /// <summary>Root of the management API, with user and password.</summary>
    public Uri ManagementUri => _broker.ManagementUri;

    /// <summary>The management API, ready to be called (<c>api/queues/…</c>).</summary>
    public HttpClient Management => _http;

    /// <summary>A fresh, empty virtual host.</summary>
    /// <returns>Its amqp address.</returns>
    public async Task<Uri> CreateVhost()
    {
        var name = $"test-{Interlocked.Increment(ref _vhosts)}";
        (await _http.PutAsJsonAsync($"api/vhosts/{name}", new { })).EnsureSuccessStatusCode();
        var everything = new { configure = ".*", write = ".*", read = ".*" };
        (await _http.PutAsJsonAsync($"api/permissions/{name}/{RabbitBroker.User}", everything)).EnsureSuccessStatusCode();
        return new Uri(AmqpUri, name);
    }

    /// <summary>Starts it again on the same ports after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        _child = Child.Start(_broker.Command(wave: 1), Workspace.RunFolder, _log.Add);
        await Ready.WaitAsync("RabbitMQ", stop => _broker.IsReadyAsync(_http, stop), _child.Exited, _log, _deadline);
    }

    /// <summary>Starts it again without anything it knew: as a new one on the same ports.</summary>
    public async Task StartEmptyAsync()
    {
        Directory.Delete(Path.Combine(_folder, "data"), recursive: true);
        _broker.Prepare();
        await StartAsync();
    }

    public Task StopAsync() => _child!.StopAsync(_deadline);

    /// <summary>kill -9, as the machine would in want of memory.</summary>
    public Task KillAsync()
    {
        _child!.Signal(StopSignal.Kill);
        return _child.Exited;
    }
}
