using System.Diagnostics;
using System.Globalization;

namespace Hotline.Servers.Launching;

/// <summary>
/// A process of a few kilobytes that outlives the host by seconds: it stops what the host left, even after kill -9.
/// Standard input is the link; nothing has to be sent, so nothing can be forgotten.
/// </summary>
public sealed class Watcher : IDisposable
{
    private readonly Process _process;

    private Watcher(Process process) => _process = process;

    /// <param name="runFolder">The pid files to stop by.</param>
    /// <param name="grace">How long each wave may take before it is killed.</param>
    /// <param name="remove">A folder to delete once everything has stopped.</param>
    public static Watcher Start(string runFolder, TimeSpan grace, string? remove = null)
    {
        string[] arguments = ["sh", Scripts.Path("watch.sh"), runFolder, Seconds(grace), .. remove is null ? Array.Empty<string>() : [remove]];
        // "/" so that it keeps no folder busy.
        return new Watcher(Process.Start(new ProcessStartInfo("setsid", arguments)
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        })!);
    }

    /// <summary>Stops what an earlier host left behind, and returns when it is gone.</summary>
    public static async Task StopLeftoversAsync(string runFolder, TimeSpan grace)
    {
        using var stop = Process.Start("sh", [Scripts.Path("stop.sh"), runFolder, Seconds(grace)]);
        await stop.WaitForExitAsync();
    }

    /// <summary>Lets it go, which ends it: it then stops whatever is still registered.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Seconds(TimeSpan grace) => ((int)grace.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
