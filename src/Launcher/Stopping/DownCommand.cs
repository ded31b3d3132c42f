using System.CommandLine;
using Hotline.Launcher.Controlling;
using Hotline.Servers.Launching;

namespace Hotline.Launcher.Stopping;

internal static class DownCommand
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _graceOfLeftovers = TimeSpan.FromSeconds(20);

    public static Command Create(PlaceOptions options)
    {
        var command = new Command("down", "Stops what 'up' started, in reverse order.");
        command.SetAction(async parsed =>
        {
            var place = options.Of(parsed);
            Say.Step(await StopAsync(place) ? "Stopped." : "Nothing was running.");
            return 0;
        });
        return command;
    }

    /// <summary>Returns when everything is gone; false when nothing ran.</summary>
    public static async Task<bool> StopAsync(Place place)
    {
        var running = EngineLock.IsHeld(place);
        if (running)
        {
            await AskAsync(place);
        }

        return await StopLeftoversAsync(place) || running;
    }

    private static async Task AskAsync(Place place)
    {
        using var control = new ControlClient(place.Data);
        using var deadline = new CancellationTokenSource(_patience);
        // An engine that has just been started holds its lock before it listens.
        var asked = false;
        while (EngineLock.IsHeld(place))
        {
            asked = asked || await control.DownAsync();
            if (deadline.IsCancellationRequested)
            {
                throw new LaunchFailedException($"It has not stopped within {_patience.TotalMinutes:0} minutes; the logs are in {place.Logs}.");
            }

            await Task.Delay(_pause);
        }
    }

    /// <summary>Of an engine that was killed; its watcher may be at it already.</summary>
    private static async Task<bool> StopLeftoversAsync(Place place)
    {
        if (!Directory.Exists(place.Run) || Directory.GetFiles(place.Run).Length == 0)
        {
            return false;
        }

        await Watcher.StopLeftoversAsync(place.Run, _graceOfLeftovers);
        return true;
    }
}
