using Hotline.Servers.Launching;

namespace Hotline.TestKit;

/// <summary>
/// The temporary folder of this test process and the servers that run in it. A watcher stops them and removes the folder
/// when the process ends, also when it is killed; so no fixture has to be disposed for their sake.
/// </summary>
internal static class Workspace
{
    /// <summary>A whole Hotline stops in several waves.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(60);

    private static readonly Lazy<(string Folder, string Run, Watcher Watcher)> _instance = new(Open);

    public static string Folder => _instance.Value.Folder;

    public static string RunFolder => _instance.Value.Run;

    private static (string Folder, string Run, Watcher Watcher) Open()
    {
        var folder = Directory.CreateTempSubdirectory("hotline-tests-").FullName;
        // Servers run under accounts of their own and have to reach their folders through this one.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var run = Directory.CreateDirectory(Path.Combine(folder, "run")).FullName;
        return (folder, run, Watcher.Start(run, _grace, remove: folder));
    }
}
