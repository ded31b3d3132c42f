using Hotline.Cities;

namespace Hotline.Dispatch.Tests;

/// <summary>The demo city of the repository.</summary>
internal static class DemoCity
{
    public static string Folder { get; } = Find();

    public static City City { get; } = City.Load(Folder);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var demo = Path.Combine(folder.FullName, "cities", "demo");
            if (Directory.Exists(demo))
                return demo;
        }
        throw new DirectoryNotFoundException($"no cities/demo above {AppContext.BaseDirectory}");
    }
}
