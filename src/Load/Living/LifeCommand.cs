using System.CommandLine;
using Hotline.Launcher;
using Hotline.Load.Reporting;
using Hotline.Load.Running;

namespace Hotline.Load.Living;

/// <summary><c>./hotline load life</c>.</summary>
internal static class LifeCommand
{
    public static Command Create(PlaceOptions options, Option<bool> json)
    {
        var lives = new Option<int>("--lives") { Description = "Lives at once.", DefaultValueFactory = _ => 32 };
        var seconds = new Option<int>("--seconds") { Description = "Length of the measurement.", DefaultValueFactory = _ => 60 };
        var command = new Command("life", "Whole lives of the three lines: returns, redo, refused and expired offers.") { lives, seconds };
        command.SetAction(async parsed =>
        {
            var place = options.Of(parsed);
            Say.Step("Starting an instance of its own");
            await using var instance = await Instance.StartAsync(place, "load", QuickCity.Settings(place));
            var report = await LifeRun.RunAsync(instance, parsed.GetValue(lives), TimeSpan.FromSeconds(parsed.GetValue(seconds)), Say.Step);
            Publishing.Publish(Path.Combine(place.Data, "reports"), report, parsed.GetValue(json));
            return report.Phase.Driven.Failed == 0 ? 0 : 1;
        });
        return command;
    }
}
