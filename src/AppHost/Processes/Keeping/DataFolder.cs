namespace Hotline.AppHost.Processes.Keeping;

/// <summary>The one folder that holds everything an instance keeps.</summary>
internal sealed class DataFolder : IDisposable
{
    // Servers run under accounts of their own and pass through; nothing below is theirs but their own folders.
    private const UnixFileMode Passable = (UnixFileMode)0b111_001_001;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    /// <summary>Pid files of what is running.</summary>
    public string Run => Directory.CreateDirectory(System.IO.Path.Combine(Path, "run"), Private).FullName;

    public string Logs => Directory.CreateDirectory(System.IO.Path.Combine(Path, "logs"), Private).FullName;

    public string Secrets => Directory.CreateDirectory(System.IO.Path.Combine(Path, "secrets"), Private).FullName;

    public string Ports => System.IO.Path.Combine(Path, "ports.json");

    /// <summary>Home of a server; it makes it itself.</summary>
    public string Server(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Takes the folder for as long as we live; the kernel gives it back, however we end.</summary>
    public static DataFolder Take(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        File.SetUnixFileMode(full, Passable);
        try
        {
            var held = new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(full, held);
        }
        catch (IOException fault)
        {
            throw new InvalidOperationException($"Hotline already runs in {full}; './hotline down' stops it.", fault);
        }
    }

    public void Dispose() => _lock.Dispose();
}
