using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Hotline.Contracts.Cases;

namespace Hotline.Insight.Tests.Support;

/// <summary>Somebody who listens to server-sent events.</summary>
public sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private Listener(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<Listener> To(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return new Listener(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event; null at the end.</summary>
    public async Task<SseItem<string>?> Next() => await _events.MoveNextAsync().AsTask().WaitAsync(Deadline) ? _events.Current : null;

    /// <summary>The data of the next event of a type that says so; others are passed over.</summary>
    public async Task<T> Hears<T>(string type, Predicate<T> wanted)
    {
        while (await Next() is { } heard)
        {
            if (heard.EventType == type && JsonSerializer.Deserialize<T>(heard.Data, CaseJson.Options)! is var said && wanted(said))
                return said;
        }
        throw new EndOfStreamException($"No such '{type}' was heard.");
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
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
