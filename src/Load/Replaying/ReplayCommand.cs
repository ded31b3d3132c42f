using System.CommandLine;
using Hotline.Launcher;
using Hotline.Load.Living;
using Hotline.Load.Reporting;
using Hotline.Load.Running;

namespace Hotline.Load.Replaying;

/// <summary><c>./hotline load replay</c>. Ends with 1 unless every figure is exact.</summary>
internal static class ReplayCommand
{
    public static Command Create(PlaceOptions options, Option<bool> json)
    {
        var cases = new Option<int>("--cases") { Description = "Fewer cases, in the same proportions.", DefaultValueFactory = _ => History.MissionCases };
        var lives = new Option<int>("--lives") { Description = "Lives at once.", DefaultValueFactory = _ => 64 };
        var command = new Command("replay", "The mission's history, compressed, and every figure compared with what was put in.") { cases, lives };
        command.SetAction(async parsed =>
        {
            var place = options.Of(parsed);
            Say.Step("Starting an instance of its own");
            await using var instance = await Instance.StartAsync(place, "load", QuickCity.Settings(place));
            var report = await ReplayRun.RunAsync(instance, new History(parsed.GetValue(cases)), parsed.GetValue(lives), Say.Step);
            Publishing.Publish(Path.Combine(place.Data, "reports"), report, parsed.GetValue(json));
            return report.Exact ? 0 : 1;
        });
        return command;
    }
}
