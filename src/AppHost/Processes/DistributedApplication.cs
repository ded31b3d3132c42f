using Hotline.AppHost.Processes.Controlling;
using Hotline.AppHost.Processes.Injecting;
using Hotline.AppHost.Processes.Keeping;
using Hotline.AppHost.Processes.Output;
using Hotline.AppHost.Processes.Supervising;
using Hotline.Servers.Controlling;
using Hotline.Servers.Launching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.AppHost.Processes;

/// <summary>Runs the topology as plain processes of this machine.</summary>
public sealed class DistributedApplication
{
    /// <summary>Waves stop one after another; each has 90 s.</summary>
    private static readonly TimeSpan _shutdown = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyList<IResource> _resources;
    private readonly DistributedApplicationBuilder _builder;

    internal DistributedApplication(IReadOnlyList<IResource> resources, DistributedApplicationBuilder builder)
    {
        _resources = resources;
        _builder = builder;
    }

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    internal IReadOnlyList<IResource> Resources => _resources;

    internal string EnvironmentName => _builder.Environment.EnvironmentName;

    private int[] PortsAsked() => [.. _resources.OfType<ProjectResource>().Select(project => project.HttpPort).OfType<int>()];

    /// <summary>Returns when everything has stopped again.</summary>
    public void Run()
    {
        using var data = DataFolder.Take(_builder.Configuration["HOTLINE_DATA"] ?? Path.Combine(_builder.AppHostDirectory, "../../.data"));
        // Never by way of a proxy: everything we ask is on this machine.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var allocation = new Allocation(data, new PortBook(data.Ports, PortsAsked()), new SecretBook(data.Secrets), _builder.Configuration);
        if (_builder.Configuration["describe"] == "true")
        {
            Describe(allocation);
            return;
        }

        // Before ports are given out: what a killed host left still holds ours.
        Watcher.StopLeftoversAsync(data.Run, Supervisor.GraceOfLeftovers).GetAwaiter().GetResult();
        var units = new Units(allocation, _builder.AppHostDirectory, EnvironmentName, http).Of(_resources);
        using var supervisor = new Supervisor(units, data, OutputTo(data.Logs), TimeProvider.System);
        using var host = Host(supervisor, data, Gateway(allocation));
        host.Run();
    }

    /// <summary>Names only: values hold secrets.</summary>
    private void Describe(Allocation allocation)
    {
        foreach (var project in _resources.OfType<ProjectResource>())
        {
            var names = ProjectEnvironment.Of(project, replica: 0, allocation, EnvironmentName).Keys;
            Console.WriteLine($"{project.Name}: {string.Join(' ', names.Order(StringComparer.Ordinal))}");
        }
    }

    private WebApplication Host(Supervisor supervisor, DataFolder data, string gateway)
    {
        var socket = ControlSocket.PathFor(data.Path);
        File.Delete(socket);
        var host = WebApplication.CreateSlimBuilder();
        host.Logging.ClearProviders();
        host.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
        host.Services.AddSingleton<IHostedService>(supervisor);
        host.Services.Configure<HostOptions>(options => options.ShutdownTimeout = _shutdown);
        var app = host.Build();
        app.MapControl(supervisor, gateway);
        app.Lifetime.ApplicationStarted.Register(() =>
            File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite));
        if (_builder.Configuration["HOTLINE_ATTACHED"] == "true")
        {
            _ = StopWithLauncherAsync(app.Lifetime);
        }

        return app;
    }

    /// <summary>The launcher holds our standard input; when it goes, however it goes, nobody is looking any more.</summary>
    private static async Task StopWithLauncherAsync(IHostApplicationLifetime lifetime)
    {
        await Console.OpenStandardInput().CopyToAsync(Stream.Null);
        lifetime.StopApplication();
    }

    private OutputOf OutputTo(string logs)
    {
        var colors = _builder.Configuration["HOTLINE_COLORS"] is { } asked ? asked == "true" : !Console.IsOutputRedirected;
        var terminal = new Terminal(Console.Out, colors, _builder.Configuration["HOTLINE_OUTPUT"] == "notes", TimeProvider.System);
        var outputs = new Dictionary<string, UnitOutput>();
        return (name, quiet) => outputs.TryGetValue(name, out var output)
            ? output
            : outputs[name] = new UnitOutput(name, new RotatingFile(Path.Combine(logs, $"{name}.log")), terminal, quiet, TimeProvider.System);
    }

    private string Gateway(Allocation allocation) =>
        _resources.OfType<ProjectResource>().Single(project => project.External).Http.Urls(allocation)[0];
}
