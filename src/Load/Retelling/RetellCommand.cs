using System.CommandLine;
using Hotline.Launcher;
using Hotline.Load.Reporting;
using Hotline.Load.Running;

namespace Hotline.Load.Retelling;

/// <summary><c>./hotline load retell</c>. Ends with 1 unless every message was told to its end and the reply times are the file's.</summary>
internal static class RetellCommand
{
    public static Command Create(PlaceOptions options, Option<bool> json)
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV of messages with their answers and both times." };
        var category = new Option<string>("--category") { Description = "Category of messages in which no word tells one.", DefaultValueFactory = _ => "government.voice.suggestion" };
        var command = new Command("retell", "Messages of the past: imported, triaged, dispatched, answered as they were, visited; reply times compared with the file's.") { file, category };
        command.SetAction(async parsed =>
        {
            var place = options.Of(parsed);
            var messages = Message.Read(parsed.GetRequiredValue(file).FullName, place.City);
            Say.Step("Starting an instance of its own");
            await using var instance = await Instance.StartAsync(place, "load", InstanceSettings.Measured);
            var report = await RetellRun.RunAsync(instance, messages, parsed.GetRequiredValue(category), Say.Step);
            Publishing.Publish(Path.Combine(place.Data, "reports"), report, parsed.GetValue(json));
            return report.Exact ? 0 : 1;
        });
        return command;
    }
}
