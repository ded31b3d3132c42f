using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Hotline.Scenarios;

/// <summary>Somebody who listens to server-sent events.</summary>
public sealed class Listener(Stream stream) : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly IAsyncEnumerator<SseItem<string>> _events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

    /// <summary>The next event of a type that is wanted; others are passed over.</summary>
    public async Task<JsonElement> Hears(string type, Predicate<JsonElement> wanted)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (await _events.MoveNextAsync().AsTask().WaitAsync(deadline.Token))
        {
            if (_events.Current.EventType == type && JsonSerializer.Deserialize<JsonElement>(_events.Current.Data) is var said && wanted(said))
                return said;
        }
        throw new EndOfStreamException($"No such '{type}' was heard.");
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        try
        {
            await _events.DisposeAsync();
        }
        catch (Exception fault) when (fault is IOException or NotSupportedException)
        {
            // Cut off while it was listening.
        }
    }
}
