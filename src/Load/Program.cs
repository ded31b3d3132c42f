using System.CommandLine;
using Hotline.Launcher;
using Spectre.Console;

// Called by ./hotline load … and ./hotline faults …, which build this first.
var place = new PlaceOptions();
var root = new RootCommand("Measures Hotline, and breaks it while it works.")
{
    Hotline.Load.LoadCommand.Create(place),
    Hotline.Load.Ceiling.CeilingServer.Create(),
    Hotline.Load.Faults.FaultsCommand.Create(place),
};
place.AddTo(root);

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (LaunchFailedException failed)
{
    Say.Error.MarkupLineInterpolated($"[red]{failed.Message}[/]");
    return 1;
}
