using System.Threading.Channels;
using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Streaming;

/// <summary>Somebody who watches lists. Who reads too slowly misses glimpses, and is told so, but never makes anybody wait.</summary>
internal sealed class Watcher : IDisposable
{
    private const int Kept = 16;

    private readonly Channel<Glimpse> _glimpses;
    private readonly Action<Watcher> _leave;
    private int _missed;

    public Watcher(Caller caller, Scope scope, Action<Watcher> leave)
    {
        (Caller, Scope, _leave) = (caller, scope, leave);
        _glimpses = Channel.CreateBounded<Glimpse>(
            new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, SingleWriter = true },
            _ => Interlocked.Exchange(ref _missed, 1));
    }

    public Caller Caller { get; }

    public Scope Scope { get; }

    /// <summary>Shows a glimpse; returns at once.</summary>
    public void Show(Glimpse glimpse) => _glimpses.Writer.TryWrite(glimpse);

    /// <summary>The next glimpse, or the newest when some were missed.</summary>
    /// <returns>Null once <paramref name="until"/> is over.</returns>
    public async ValueTask<Glimpse?> Next(CancellationToken until)
    {
        try
        {
            var next = await _glimpses.Reader.ReadAsync(until);
            if (Interlocked.Exchange(ref _missed, 0) == 0)
                return next;
            while (_glimpses.Reader.TryRead(out var newer))
                next = newer;
            return next with { Changes = null };
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _leave(this);
}
