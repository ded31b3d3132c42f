using System.CommandLine;
using Hotline.Launcher.Building;
using Hotline.Launcher.Installing;

namespace Hotline.Launcher.Testing;

internal static class TestCommand
{
    private const string Solution = "Hotline.sln";

    public static Command Create(PlaceOptions options)
    {
        var only = new Argument<string[]>("projects")
        {
            Description = "Only these test projects, e.g. Cases.Tests.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("test", "Runs every test, installing what is missing.") { only };
        command.SetAction(parsed => TestAsync(options.Of(parsed), parsed.GetValue(only) ?? []));
        return command;
    }

    private static async Task<int> TestAsync(Place place, string[] only)
    {
        await Prerequisites.EnsureAsync();
        await Build.EnsureAsync(place.Root, Solution, analyze: true, "src", "tests");
        var projects = TestProject.Find(place.Root).Where(project => only.Length == 0 || only.Contains(project.Name)).ToList();
        var total = new TestCount(0, 0, 0);
        foreach (var project in projects)
        {
            total += await project.RunAsync();
        }

        Console.WriteLine();
        foreach (var failed in projects.SelectMany(project => project.Failed()))
            Console.WriteLine(failed);
        Console.WriteLine(total);
        return total is { Failed: 0, Passed: > 0 } ? 0 : 1;
    }
}
