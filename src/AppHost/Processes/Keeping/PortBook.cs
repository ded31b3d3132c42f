using System.Text.Json;
using Hotline.Servers.Launching;

namespace Hotline.AppHost.Processes.Keeping;

/// <summary>Ports by purpose, the same at each start as long as nobody else has taken one.</summary>
/// <param name="file">Where they are kept.</param>
/// <param name="asked">Ports that somebody asked for by number: they are given to nobody, though they may be free just now.</param>
internal sealed class PortBook(string file, params IReadOnlyCollection<int> asked)
{
    private readonly Dictionary<string, int> _kept = Read(file);
    private readonly Dictionary<string, int> _now = [];
    private readonly Lock _lock = new();

    public int Of(string key)
    {
        lock (_lock)
        {
            if (!_now.TryGetValue(key, out var port))
            {
                port = _kept.TryGetValue(key, out var kept) && FreePorts.IsFree(kept) ? kept : FreePorts.Next();
                while (asked.Contains(port) || _now.ContainsValue(port))
                {
                    port = FreePorts.Next();
                }

                _now[key] = port;
                _kept[key] = port;
                File.WriteAllText(file, JsonSerializer.Serialize(_kept));
            }

            return port;
        }
    }

    private static Dictionary<string, int> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(file)) ?? [];
        }
        // A start that was killed while writing: the ports are then chosen again.
        catch (Exception fault) when (fault is FileNotFoundException or JsonException)
        {
            return [];
        }
    }
}
