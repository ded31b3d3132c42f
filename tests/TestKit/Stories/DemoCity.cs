using Hotline.Cities;

namespace Hotline.TestKit.Stories;

/// <summary>The city that ships with Hotline.</summary>
public static class DemoCity
{
    private static readonly Lazy<City> Loaded = new(() => City.Load(Folder));

    /// <summary>Its folder in the source tree.</summary>
    public static string Folder => Find();

    public static City City => Loaded.Value;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var demo = Path.Combine(folder.FullName, "cities", "demo");
            if (Directory.Exists(demo))
                return demo;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds cities/demo.");
    }
}
