namespace Hotline.Load.Faults.Breaking;

/// <summary>Where processes look for the crash points at which they are to die. Gone when disposed.</summary>
internal sealed class CrashFolder : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <param name="path">Made anew.</param>
    public CrashFolder(string path) => Path = Directory.CreateDirectory(path).FullName;

    /// <summary>Value of <c>Hotline:CrashPoints</c> for the instance.</summary>
    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Asks for one death and waits for it.</summary>
    /// <param name="crash">Process and point, e.g. <c>cases.after-append</c>.</param>
    /// <returns>False when nobody came by in time; then nobody dies later either.</returns>
    public async Task<bool> AskAsync(string crash)
    {
        var asked = System.IO.Path.Combine(Path, crash);
        var died = asked + ".done";
        File.Delete(died);
        await File.WriteAllTextAsync(asked, "");
        using var limit = new CancellationTokenSource(_limit);
        while (!File.Exists(died) && !limit.IsCancellationRequested)
        {
            await Task.Delay(_pause);
        }

        File.Delete(asked);
        return File.Exists(died);
    }
}
