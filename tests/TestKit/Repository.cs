namespace Hotline.TestKit;

/// <summary>Where things are in the clone that the test was built from.</summary>
public static class Repository
{
    /// <summary>Folder of Hotline.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The demo city.</summary>
    public static string DemoCity => Path.Combine(Root, "cities", "demo");

    /// <summary>A program built in the same configuration as the running test.</summary>
    /// <param name="project">Folder of its project, e.g. <c>src/AppHost</c>.</param>
    public static string Program(string project)
    {
        // …/bin/<Configuration>/<framework>/
        var ours = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var name = $"Hotline.{Path.GetFileName(project)}.dll";
        var path = Path.Combine(Root, project, "bin", ours.Parent!.Name, ours.Name, name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built; refer to it from the test project.", path);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The test does not run inside a clone of Hotline.");
    }
}
