namespace Hotline.TestKit;

/// <summary>Folders that go away with the test process.</summary>
public static class TemporaryFolder
{
    private static int _made;

    /// <returns>Path of a new, empty folder.</returns>
    public static string Create(string name) =>
        Directory.CreateDirectory(Path.Combine(Workspace.Folder, $"{name}-{Interlocked.Increment(ref _made)}")).FullName;
}
