namespace Hotline.Contracts.Tests.Samples;

/// <summary>The sources these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>True when the person who runs the tests accepts what changed.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("HOTLINE_ACCEPT_GOLDEN") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException($"{AppContext.BaseDirectory} lies in no folder with Hotline.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "Hotline.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
