using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hotline.Launcher.Controlling;
using Hotline.Servers.Controlling;
using Spectre.Console;

namespace Hotline.Launcher.Reporting;

internal static class StatusCommand
{
    public static Command Create(PlaceOptions options)
    {
        var json = new Option<bool>("--json") { Description = "For programs." };
        var command = new Command("status", "Shows every process. Ends with 0 when all are healthy.") { json };
        command.SetAction(parsed => ShowAsync(options.Of(parsed), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> ShowAsync(Place place, bool json)
    {
        using var control = new ControlClient(place.Data);
        var status = await control.StatusAsync(memory: true) ?? new StatusReport([], place.Gateway);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(status, JsonSerializerOptions.Web));
        }
        else if (status.Processes.Count == 0)
        {
            Say.Step($"Nothing runs in {place.Data}; './hotline up' starts it.");
        }
        else
        {
            Say.Out.Write(Table(status));
        }

        return status.Processes.Count > 0 && status.Processes.All(process => process.IsReady) ? 0 : 1;
    }

    private static Table Table(StatusReport status)
    {
        var table = new Table().RoundedBorder().Title($"[bold]{Markup.Escape(status.Gateway)}[/]");
        table.AddColumns("process", "state");
        foreach (var heading in new[] { "pid", "port", "restarts", "MB" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var process in status.Processes)
        {
            table.AddRow(process.Name, State(process), Number(process.Pid), Number(process.Port), Number(process.Restarts), Number(process.MemoryMb));
        }

        return table;
    }

    private static string State(ProcessReport process) => process switch
    {
        { IsReady: true } => "[green]healthy[/]",
        { State: "running" } => "[red]unhealthy[/]",
        { State: "backingOff" } => "[red]restarting[/]",
        _ => $"[yellow]{process.State}[/]",
    };

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
