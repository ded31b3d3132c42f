using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Hotline.Launcher.Building;
using Hotline.Launcher.Stopping;

namespace Hotline.Launcher.Starting;

/// <summary>Runs src/AppHost on the process engine, before us or behind us.</summary>
internal static class ProcessEngine
{
    /// <summary>In the foreground: its output is ours, and it ends when we do.</summary>
    public static async Task<int> RunAsync(Place place)
    {
        using var host = Process.Start(new ProcessStartInfo("dotnet", [Program(place)])
        {
            RedirectStandardInput = true,
            Environment = { ["HOTLINE_ATTACHED"] = "true", ["HOTLINE_DATA"] = place.Data, ["HOTLINE_PORT"] = Port(place) },
        })!;
        // A Ctrl-C reaches the engine as well; we only wait until it has cleaned up.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            host.StandardInput.Close();
        });
        var exited = host.WaitForExitAsync();
        if (await Readiness.WaitAsync(place, exited, quiet: true))
        {
            ReadyBlock.Print(place);
        }

        await exited;
        return host.ExitCode;
    }

    /// <summary>In the background: returns when everything is ready, and leaves nothing behind when it does not become so.</summary>
    public static async Task<int> DetachAsync(Place place)
    {
        Directory.CreateDirectory(place.Logs);
        // The shell is replaced by the engine; it only opens the files that outlive us.
        using var host = Process.Start(new ProcessStartInfo(
            "setsid", ["sh", "-c", "exec dotnet \"$0\" >> \"$1\" 2>&1 < /dev/null", Program(place), EngineLog(place)])
        {
            Environment = { ["HOTLINE_OUTPUT"] = "notes", ["HOTLINE_DATA"] = place.Data, ["HOTLINE_PORT"] = Port(place) },
        })!;
        if (await Readiness.WaitAsync(place, host.WaitForExitAsync()))
        {
            return ReadyBlock.Print(place);
        }

        await Readiness.ExplainAsync(place);
        await DownCommand.StopAsync(place);
        return 1;
    }

    public static string EngineLog(Place place) => Path.Combine(place.Logs, "engine.log");

    private static string Port(Place place) => place.Port.ToString(CultureInfo.InvariantCulture);

    private static string Program(Place place) =>
        Path.Combine(place.Root, "src", "AppHost", "bin", Build.Configuration, "net10.0", "Hotline.AppHost.dll");
}
