using System.CommandLine;
using Hotline.Launcher;
using Hotline.Load.Intake;
using Hotline.Load.Living;
using Hotline.Load.Replaying;
using Hotline.Load.Retelling;
using Hotline.Load.Scaling;

namespace Hotline.Load;

/// <summary><c>./hotline load …</c>: how fast is it, and where does the time go?</summary>
internal static class LoadCommand
{
    public static Command Create(PlaceOptions options)
    {
        var json = new Option<bool>("--json") { Description = "For programs.", Recursive = true };
        return new Command("load", "Measures an instance of its own, through its gateway.")
        {
            json,
            IntakeCommand.Create(options, json),
            LifeCommand.Create(options, json),
            ReplayCommand.Create(options, json),
            RetellCommand.Create(options, json),
            ScaleCommand.Create(options, json),
        };
    }
}
