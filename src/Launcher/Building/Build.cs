using System.Diagnostics;

namespace Hotline.Launcher.Building;

/// <summary>Builds with the SDK, unless nothing has changed.</summary>
internal static class Build
{
    public const string Configuration = "Release";

    /// <summary>Everything that runs in a city.</summary>
    public static Task EnsureCityAsync(string root) =>
        EnsureAsync(root, "src/AppHost", analyze: false, "src/AppHost", "src/Gateway", "src/Servers", "src/Services");

    /// <param name="root">The clone.</param>
    /// <param name="project">Project or solution, relative to the clone.</param>
    /// <param name="analyze">Hold the sources to their rules as well, which takes half as long again as compiling them.</param>
    /// <param name="folders">Where its sources are.</param>
    public static async Task EnsureAsync(string root, string project, bool analyze, params string[] folders)
    {
        var stampFile = Path.Combine(root, "src", "AppHost", "bin", Configuration, $"{Path.GetFileName(project)}.stamp");
        var stamp = SourceStamp.Of(root, folders);
        if (File.Exists(stampFile) && await File.ReadAllTextAsync(stampFile) == stamp)
        {
            return;
        }

        Say.Step($"Building {project}");
        var watch = Stopwatch.StartNew();
        await BuildAsync(root, project, analyze);
        await Precompilation.ApplyAsync(root);
        Directory.CreateDirectory(Path.GetDirectoryName(stampFile)!);
        await File.WriteAllTextAsync(stampFile, stamp);
        Say.Step($"Built in {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task BuildAsync(string root, string project, bool analyze)
    {
        // Build servers would stay behind and keep memory that the city needs.
        var environment = new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };
        var code = await Tools.RunAsync("dotnet", ["build", project, "-c", Configuration, "-v", "quiet", "-nologo", $"-p:RunAnalyzers={analyze}"], root, environment);
        if (code != 0)
        {
            throw new LaunchFailedException($"{project} does not build.");
        }
    }
}
