using System.Collections.Concurrent;

namespace Hotline.TestKit;

/// <summary>The last lines a server said, for the message of a start that failed.</summary>
internal sealed class ServerLog
{
    private const int Kept = 40;
    private readonly ConcurrentQueue<string> _lines = new();

    public void Add(string line)
    {
        _lines.Enqueue(line);
        while (_lines.Count > Kept && _lines.TryDequeue(out _))
        {
        }
    }

    public override string ToString() => string.Join('\n', _lines);
}
