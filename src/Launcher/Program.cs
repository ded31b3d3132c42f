using System.CommandLine;
using Hotline.Launcher;
using Hotline.Launcher.Authorizing;
using Hotline.Launcher.Importing;
using Hotline.Launcher.Measuring;
using Hotline.Launcher.Reporting;
using Hotline.Launcher.Resetting;
using Hotline.Launcher.Starting;
using Hotline.Launcher.Stopping;
using Hotline.Launcher.Testing;
using Spectre.Console;

var place = new PlaceOptions();
var root = new RootCommand("Runs Hotline, the system behind a city's one number.")
{
    UpCommand.Create(place),
    DownCommand.Create(place),
    StatusCommand.Create(place),
    ResetCommand.Create(place),
    TestCommand.Create(place),
    TokenCommand.Create(place),
    ImportCommand.Create(place),
};
foreach (var measuring in MeasuringCommands.Create())
{
    root.Subcommands.Add(measuring);
}

place.AddTo(root);

try
{
    if (MeasuringCommands.Are(args))
    {
        return await MeasuringCommands.RunAsync(args);
    }

    return await root.Parse(args).InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        // Each command knows what an interrupt means to it; the library's handler fails on a second one.
        ProcessTerminationTimeout = null,
    });
}
catch (LaunchFailedException failed)
{
    Say.Error.MarkupLineInterpolated($"[red]{failed.Message}[/]");
    return 1;
}
