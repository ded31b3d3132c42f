namespace Hotline.AppHost.Processes.Supervising;

/// <summary>Where the build put the program of a project: beside ours, in the same configuration.</summary>
internal static class ProjectProgram
{
    public static string Of(string projectFile)
    {
        // …/src/AppHost/bin/<Configuration>/<framework>/
        var ours = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var output = Path.Combine(Path.GetDirectoryName(projectFile)!, "bin", ours.Parent!.Name, ours.Name);
        return Path.Combine(output, $"Hotline.{Path.GetFileNameWithoutExtension(projectFile)}.dll");
    }
}
