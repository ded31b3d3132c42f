using System.CommandLine;
using Hotline.Launcher.Stopping;
using Spectre.Console;

namespace Hotline.Launcher.Resetting;

internal static class ResetCommand
{
    public static Command Create(PlaceOptions options)
    {
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new Command("reset", "Stops Hotline and deletes everything it has kept: cases, accounts, keys, logs.") { yes };
        command.SetAction(parsed => ResetAsync(options.Of(parsed), parsed.GetValue(yes)));
        return command;
    }

    private static async Task<int> ResetAsync(Place place, bool yes)
    {
        if (!Directory.Exists(place.Data))
        {
            Say.Step($"{place.Data} does not exist.");
            return 0;
        }

        RefuseForeign(place);
        if (!yes && !await Say.Error.ConfirmAsync($"Delete every case, account and key in {Markup.Escape(place.Data)}?", defaultValue: false))
        {
            return 1;
        }

        await DownCommand.StopAsync(place);
        Directory.Delete(place.Data, recursive: true);
        Say.Step($"Deleted {place.Data}.");
        return 0;
    }

    /// <summary>A slip in --data must not cost somebody's home.</summary>
    private static void RefuseForeign(Place place)
    {
        if (Directory.EnumerateFileSystemEntries(place.Data).Any() && !File.Exists(place.Lock))
        {
            throw new LaunchFailedException($"{place.Data} is not a data folder of Hotline; nothing was deleted.");
        }
    }
}
