using System.CommandLine;
using Hotline.Launcher;
using Hotline.Load.Reporting;
using Hotline.Load.Running;

namespace Hotline.Load.Scaling;

/// <summary><c>./hotline load scale</c>.</summary>
internal static class ScaleCommand
{
    public static Command Create(PlaceOptions options, Option<bool> json)
    {
        var sizes = new Option<long[]>("--cases")
        {
            Description = "Cases stored, ascending.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [10_000, 100_000, 1_000_000],
        };
        var command = new Command("scale", "Cost of a new case, lists and search with ever more cases stored.") { sizes };
        command.SetAction(async parsed =>
        {
            var place = options.Of(parsed);
            Say.Step("Starting an instance of its own");
            await using var instance = await Instance.StartAsync(place, "load", InstanceSettings.Measured);
            var report = await ScaleRun.RunAsync(instance, parsed.GetValue(sizes)!, Say.Step);
            Publishing.Publish(Path.Combine(place.Data, "reports"), report, parsed.GetValue(json));
            return 0;
        });
        return command;
    }
}
