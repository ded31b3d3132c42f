using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Launcher;
using Hotline.Load.Faults.Reporting;

namespace Hotline.Load.Faults;

/// <summary><c>./hotline faults</c>: is what was promised still true after everything went wrong?</summary>
internal static class FaultsCommand
{
    private const double DefaultMinutes = 10;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(PlaceOptions options)
    {
        var seed = new Option<int?>("--seed") { Description = "Decides what is broken when; printed, so that a run can be repeated." };
        var minutes = new Option<double>("--minutes") { Description = "How long things are broken.", DefaultValueFactory = _ => DefaultMinutes };
        var brief = new Option<bool>("--short") { Description = "A handful of faults in two minutes, start and drain included; part of './hotline test'." };
        var json = new Option<bool>("--json") { Description = "Prints the counts as JSON." };
        var command = new Command("faults", "Breaks an instance of its own while it works, and counts what was lost, done twice, or wrong.")
        {
            seed, minutes, brief, json,
        };
        command.SetAction(async parsed =>
        {
            var settings = new FaultSettings(
                parsed.GetValue(seed) ?? Random.Shared.Next(1, 1_000_000),
                parsed.GetValue(brief) ? FaultSettings.ShortDuration : TimeSpan.FromMinutes(parsed.GetValue(minutes)),
                parsed.GetValue(brief));
            var report = await FaultRun.RunAsync(options.Of(parsed), settings, Say.Step);
            Write(report, parsed.GetValue(json));
            return report.Holds ? 0 : 1;
        });
        return command;
    }

    private static void Write(FaultReport report, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, _json));
        }
        else
        {
            ReportTable.Write(Say.Out, report);
        }
    }
}
