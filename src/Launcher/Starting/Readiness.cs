using System.Diagnostics;
using Hotline.Launcher.Controlling;
using Hotline.Servers.Controlling;
using Spectre.Console;

namespace Hotline.Launcher.Starting;

/// <summary>Waits until every process is ready.</summary>
internal static class Readiness
{
    private const int TailLines = 20;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <param name="place">The instance.</param>
    /// <param name="exited">Completes when the engine ends, which ends the wait.</param>
    /// <param name="quiet">The engine itself says what becomes ready.</param>
    public static async Task<bool> WaitAsync(Place place, Task exited, bool quiet = false)
    {
        using var control = new ControlClient(place.Data);
        var watch = Stopwatch.StartNew();
        var seen = new HashSet<string>();
        while (!exited.IsCompleted && watch.Elapsed < _patience)
        {
            if (await control.StatusAsync() is { } status)
            {
                foreach (var process in status.Processes.Where(process => process.IsReady && seen.Add(process.Name) && !quiet))
                {
                    Say.Error.MarkupLineInterpolated($"[green]✓[/] {process.Name} [grey]{watch.Elapsed.TotalSeconds:0.0} s[/]");
                }

                if (status.Processes.All(process => process.IsReady))
                {
                    return true;
                }
            }

            await Task.WhenAny(exited, Task.Delay(_pause));
        }

        return false;
    }

    /// <summary>Shows the last words of whatever is not ready.</summary>
    public static async Task ExplainAsync(Place place)
    {
        using var control = new ControlClient(place.Data);
        var status = await control.StatusAsync();
        var names = status is null ? [ProcessEngine.EngineLog(place)] : NotReady(place, status);
        foreach (var log in names.Where(File.Exists))
        {
            Say.Error.MarkupLineInterpolated($"[red]{log}[/]");
            foreach (var line in (await File.ReadAllLinesAsync(log)).TakeLast(TailLines))
            {
                await Console.Error.WriteLineAsync(line);
            }
        }
    }

    private static IEnumerable<string> NotReady(Place place, StatusReport status) =>
        status.Processes.Where(process => !process.IsReady).Select(process => Path.Combine(place.Logs, $"{process.Name}.log"));
}
