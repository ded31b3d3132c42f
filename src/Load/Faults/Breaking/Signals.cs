using System.Diagnostics;
using System.Globalization;

namespace Hotline.Load.Faults.Breaking;

/// <summary>Signals to processes of our instance.</summary>
internal static class Signals
{
    public const string Freeze = "STOP";
    public const string Thaw = "CONT";

    /// <summary>PostgreSQL's immediate stop.</summary>
    public const string Quit = "QUIT";

    public static async Task SendAsync(string signal, int pid)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", pid.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        // It may have ended meanwhile, which is no matter.
        await kill.StandardError.ReadToEndAsync();
        await kill.WaitForExitAsync();
    }
}
