namespace Hotline.Cities.Tests;

/// <summary>The demo city of the working tree the tests were built from.</summary>
internal static class DemoFolder
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static City City { get; } = City.Load(Path);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var demo = System.IO.Path.Combine(folder.FullName, "cities", "demo");
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Hotline.sln")) && Directory.Exists(demo))
                return demo;
        }

        throw new DirectoryNotFoundException($"no cities/demo above {from}");
    }
}
