using System.Diagnostics;
using System.Globalization;
using Hotline.Launcher;
using Hotline.Launcher.Building;
using Hotline.Launcher.Controlling;
using Hotline.Servers.Controlling;
using Hotline.Servers.Launching;

namespace Hotline.Load.Running;

/// <summary>A Hotline of our own: its data folder, its servers, its ports. It ends with us, however we end.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly Process _host;
    private readonly ControlClient _control;

    private Instance(Place place, Process host)
    {
        Place = place;
        _host = host;
        _control = new ControlClient(place.Data);
    }

    public Place Place { get; }

    public Uri Gateway => new(Place.Gateway);

    /// <summary>Servers behind the gateway, for looking at what became of it all.</summary>
    public Addresses Addresses => new(Place.Data);

    /// <summary>Process id of the host that supervises the others.</summary>
    public int HostPid => _host.Id;

    /// <summary>Starts with an empty data folder and returns when everything is ready.</summary>
    /// <param name="home">The clone; the data folder becomes a subfolder of its.</param>
    /// <param name="name">Name of the subfolder.</param>
    /// <param name="settings">Environment of the host, which its processes inherit.</param>
    public static async Task<Instance> StartAsync(Place home, string name, IReadOnlyDictionary<string, string?> settings)
    {
        var place = home with { Data = Path.Combine(home.Data, name), Port = FreePorts.Next() };
        if (Directory.Exists(place.Data))
        {
            Directory.Delete(place.Data, recursive: true);
        }

        Directory.CreateDirectory(place.Logs);
        var instance = new Instance(place, Start(place, settings));
        try
        {
            await instance.ReadyAsync();
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<ProcessReport>> ProcessesAsync(bool memory = false) =>
        (await _control.StatusAsync(memory) ?? throw new LaunchFailedException($"The host of {Place.Data} is gone.")).Processes;

    /// <summary>Waits until every process serves.</summary>
    public async Task ReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        while (await _control.StatusAsync() is not { } status || !status.Processes.All(process => process.IsReady))
        {
            if (_host.HasExited || watch.Elapsed > _startLimit)
            {
                throw new LaunchFailedException($"Hotline did not become ready; its logs are in {Place.Logs}.");
            }

            await Task.Delay(_pause);
        }
    }

    /// <summary>Kills, stops or starts one process; the host starts a killed one again.</summary>
    public Task ActAsync(string process, string act) => _control.ActAsync(process, act);

    public async ValueTask DisposeAsync()
    {
        _host.StandardInput.Close();
        await _host.WaitForExitAsync();
        _host.Dispose();
        _control.Dispose();
    }

    private static Process Start(Place place, IReadOnlyDictionary<string, string?> settings)
    {
        var program = Path.Combine(place.Root, "src", "AppHost", "bin", Build.Configuration, "net10.0", "Hotline.AppHost.dll");
        var start = new ProcessStartInfo("setsid", ["sh", "-c", "exec dotnet \"$0\" >> \"$1\" 2>&1", program, Path.Combine(place.Logs, "engine.log")])
        {
            RedirectStandardInput = true,
            Environment =
            {
                ["HOTLINE_ATTACHED"] = "true",
                ["HOTLINE_OUTPUT"] = "notes",
                ["HOTLINE_DATA"] = place.Data,
                ["HOTLINE_PORT"] = place.Port.ToString(CultureInfo.InvariantCulture),
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
