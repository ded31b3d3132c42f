using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Hotline.Insight.Listing;

namespace Hotline.Insight.Streaming;

/// <summary>What a watcher is sent: counts at once and whenever they change, and every change of a case that the caller may see.</summary>
internal sealed class WorklistStream(Worklists worklists, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    // A caller whose end is not known is believed as long as the forwarded header itself.
    private static readonly TimeSpan ShortestTrust = TimeSpan.FromMinutes(5);

    /// <summary>Follows until the token expires, the client goes or the process stops.</summary>
    /// <param name="watcher">Who watches.</param>
    /// <param name="again">The client was here before and cannot know what it missed.</param>
    /// <param name="comment">Sends something that is no event, so that nobody on the way takes the stream for dead.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async IAsyncEnumerable<SseItem<object>> Follow(
        Watcher watcher, bool again, Func<Task> comment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        using var expired = new CancellationTokenSource(TrustIn(watcher), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expired.Token, lifetime.ApplicationStopping);
        var counts = await worklists.Counts(watcher.Caller, watcher.Scope, cancellationToken);
        if (again)
            yield return Item("reset", Nothing);
        yield return Item("counts", counts);
        while (await watcher.Next(end.Token) is { } glimpse)
        {
            var before = number;
            if (glimpse.Changes is null)
                yield return Item("reset", Nothing);
            foreach (var moved in (glimpse.Changes ?? []).Select(change => change.For(watcher)).OfType<CaseMoved>())
                yield return Item("case", moved);
            var now = worklists.Counts(glimpse.Counts, watcher.Caller, watcher.Scope);
            if (!now.Lists.SequenceEqual(counts.Lists))
                yield return Item("counts", counts = now);
            if (number == before)
                await comment();
        }
        if (expired.IsCancellationRequested)
            yield return Item("expired", Nothing);

        SseItem<object> Item(string type, object data) => new(data, type) { EventId = (++number).ToString(CultureInfo.InvariantCulture) };
    }

    private static object Nothing { get; } = new();

    private TimeSpan TrustIn(Watcher watcher)
    {
        var now = clock.GetUtcNow();
        var left = (watcher.Caller.Until ?? now + ShortestTrust) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
