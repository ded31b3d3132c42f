using System.CommandLine;
using Hotline.Launcher.Building;
using Hotline.Launcher.Controlling;
using Hotline.Launcher.Installing;

namespace Hotline.Launcher.Starting;

internal static class UpCommand
{
    public static Command Create(PlaceOptions options)
    {
        var detach = new Option<bool>("--detach", "-d") { Description = "Return when every process is ready." };
        var engine = new Option<Engine?>("--engine") { Description = "aspire or processes; chosen by what this machine has when left out." };
        var command = new Command("up", "Installs what is missing, builds, and starts everything.") { detach, engine };
        command.SetAction(parsed => UpAsync(options.Of(parsed), parsed.GetValue(engine), parsed.GetValue(detach)));
        return command;
    }

    private static async Task<int> UpAsync(Place place, Engine? asked, bool detach)
    {
        if (EngineLock.IsHeld(place))
        {
            return await Readiness.WaitAsync(place, Task.Delay(Timeout.Infinite)) ? ReadyBlock.Print(place) : 1;
        }

        var choice = await EngineChoice.MakeAsync(place, asked);
        Say.Step($"Engine: {(choice.Engine == Engine.Aspire ? "Aspire" : "plain processes")} ({choice.Reason})");
        if (choice.Engine == Engine.Aspire)
        {
            return await AspireEngine.RunAsync(place, detach);
        }

        await Prerequisites.EnsureAsync();
        await Build.EnsureCityAsync(place.Root);
        return detach ? await ProcessEngine.DetachAsync(place) : await ProcessEngine.RunAsync(place);
    }
}
