using System.Security.Cryptography;
using System.Text;

namespace Hotline.Launcher.Importing;

/// <summary>
/// Keys of the rows that have become cases, appended as they do. It only saves work: a lost journal costs time, not
/// duplicates, because the idempotency keys stay the same.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    private readonly HashSet<string> _done;
    private readonly StreamWriter _writer;
    private readonly Lock _lock = new();

    private ImportJournal(HashSet<string> done, StreamWriter writer)
    {
        _done = done;
        _writer = writer;
    }

    public static ImportJournal Open(string folder, string source, string channel, Uri gateway)
    {
        Directory.CreateDirectory(folder);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{channel}\n{gateway}")))[..16];
        var path = Path.Combine(folder, $"{name}.journal");
        var done = File.Exists(path) ? File.ReadLines(path).Select(line => line.Split(' ')[0]).ToHashSet() : [];
        return new ImportJournal(done, new StreamWriter(path, append: true) { AutoFlush = true });
    }

    public bool Has(string key) => _done.Contains(key);

    public void Add(string key, string number)
    {
        lock (_lock)
        {
            _writer.WriteLine($"{key} {number}");
        }
    }

    public void Dispose() => _writer.Dispose();
}
