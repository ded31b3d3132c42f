using System.Diagnostics;

namespace Hotline.AppHost.Tests;

/// <summary>Looks at processes of the machine.</summary>
internal static class Processes
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Everything that runs with this folder in its command line or its environment, children of servers included.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.GetDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), out var pid) && pid != Environment.ProcessId)
            .Where(process => Read(process, "cmdline").Contains(folder, StringComparison.Ordinal)
                || Read(process, "environ").Contains(folder, StringComparison.Ordinal))
            .Select(process => Read(process, "cmdline").Replace('\0', ' '))
            .Where(command => command.Length > 0),
    ];

    /// <summary>Waits for a fact.</summary>
    public static async Task UntilAsync(Func<bool> holds, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < _deadline, otherwise());
            await Task.Delay(_pause);
        }
    }

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
