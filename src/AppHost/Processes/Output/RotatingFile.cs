using System.Text;

namespace Hotline.AppHost.Processes.Output;

/// <summary>The log of one process: <c>name.log</c>, and the ones before it as <c>name.1.log</c>, <c>name.2.log</c> …</summary>
internal sealed class RotatingFile(string path, long limit = 10_000_000, int kept = 4) : IDisposable
{
    private readonly Lock _lock = new();
    private FileStream _file = Open(path);

    public void WriteLine(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_lock)
        {
            if (_file.Length > 0 && _file.Length + bytes.Length > limit)
            {
                Rotate();
            }

            _file.Write(bytes);
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    private void Rotate()
    {
        _file.Dispose();
        for (var age = kept; age > 1; age--)
        {
            if (File.Exists(Aged(age - 1)))
            {
                File.Move(Aged(age - 1), Aged(age), overwrite: true);
            }
        }

        File.Move(path, Aged(1), overwrite: true);
        _file = Open(path);
    }

    private string Aged(int age) => Path.ChangeExtension(path, $".{age}.log");

    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Append,
        Access = FileAccess.Write,
        Share = FileShare.Read,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });
}
