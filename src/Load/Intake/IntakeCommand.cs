using System.CommandLine;
using Hotline.Launcher;
using Hotline.Load.Reporting;
using Hotline.Load.Running;

namespace Hotline.Load.Intake;

/// <summary><c>./hotline load intake</c>.</summary>
internal static class IntakeCommand
{
    public static Command Create(PlaceOptions options, Option<bool> json)
    {
        var clients = new Option<int>("--clients") { Description = "Clients of the closed loop.", DefaultValueFactory = _ => 32 };
        var rate = new Option<double>("--rate") { Description = "Cases per second of the open loop.", DefaultValueFactory = _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "Length of each measurement.", DefaultValueFactory = _ => 30 };
        var command = new Command("intake", "Cases taken in: rate and ratio to the ceiling, latency, cost, and how far the rest stays behind.") { clients, rate, seconds };
        command.SetAction(async parsed =>
        {
            var place = options.Of(parsed);
            var plan = new IntakePlan(parsed.GetValue(clients), parsed.GetValue(rate), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            Say.Step("Starting an instance of its own");
            await using var instance = await Instance.StartAsync(place, "load", InstanceSettings.Measured);
            Publishing.Publish(Path.Combine(place.Data, "reports"), await IntakeRun.RunAsync(instance, plan, Say.Step), parsed.GetValue(json));
            return 0;
        });
        return command;
    }
}
