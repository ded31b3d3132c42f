using System.CommandLine;
using System.Diagnostics;
using Hotline.Launcher.Building;
using Hotline.Launcher.Installing;

namespace Hotline.Launcher.Measuring;

/// <summary><c>load</c> and <c>faults</c> live in src/Load, a program of its own: a launcher must start fast, and hardly anybody measures.</summary>
internal static class MeasuringCommands
{
    private const string Load = "src/Load";

    private static readonly (string Name, string Summary)[] _commands =
    [
        ("load", "Measures an instance of its own: intake, life, replay, scale. See './hotline load --help'."),
        ("faults", "Breaks an instance of its own while it works, and counts what was lost. See './hotline faults --help'."),
    ];

    /// <summary>For the list of commands; <see cref="RunAsync"/> sees their words first.</summary>
    public static IEnumerable<Command> Create() => _commands.Select(command => new Command(command.Name, command.Summary));

    public static bool Are(string[] words) => words.Length > 0 && _commands.Any(command => command.Name == words[0]);

    /// <summary>Builds what is needed and hands all words on.</summary>
    public static async Task<int> RunAsync(string[] words)
    {
        var root = PlaceOptions.FindRoot();
        await Prerequisites.EnsureAsync();
        await Build.EnsureCityAsync(root);
        await Build.EnsureAsync(root, Load, analyze: false, "src/Load", "src/Launcher", "src/Servers", "src/Services/Shared");
        var program = Path.Combine(root, Load, "bin", Build.Configuration, "net10.0", "Hotline.Load.dll");
        using var run = Process.Start(new ProcessStartInfo("dotnet", [program, .. words]))!;
        // A Ctrl-C reaches it as well; we only wait until it has cleaned up.
        Console.CancelKeyPress += (_, stop) => stop.Cancel = true;
        await run.WaitForExitAsync();
        return run.ExitCode;
    }
}
