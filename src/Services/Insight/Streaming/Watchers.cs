using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Streaming;

/// <summary>Everybody who watches lists through this process.</summary>
internal sealed class Watchers
{
    /// <summary>Streams a person may have open: a few windows, not a leak.</summary>
    public const int MostPerPerson = 8;

    private readonly Lock _lock = new();
    private readonly HashSet<Watcher> _present = [];

    /// <summary>Who watches now.</summary>
    public IReadOnlyList<Watcher> Present
    {
        get
        {
            lock (_lock)
                return [.. _present];
        }
    }

    /// <summary>Lets somebody watch until the watcher is disposed; null when the caller watches through too many streams already.</summary>
    public Watcher? Join(Caller caller, Scope scope)
    {
        lock (_lock)
        {
            if (_present.Count(other => other.Caller.Subject == caller.Subject) >= MostPerPerson)
                return null;
            var watcher = new Watcher(caller, scope, Leave);
            _present.Add(watcher);
            return watcher;
        }
    }

    private void Leave(Watcher watcher)
    {
        lock (_lock)
            _present.Remove(watcher);
    }
}
