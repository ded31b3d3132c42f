using System.Collections.Concurrent;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Relaying;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hotline.Insight.Tests.Support;

/// <summary>Plays the service that owns the ledger: holds events, publishes them, and sends them again when asked.</summary>
public sealed class LedgerOwner : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<RelayedEvent> _events = [];

    public LedgerOwner()
    {
        var builder = WebApplication.CreateBuilder();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/internal/trail", (TrailEntry entry) =>
        {
            Trail.Add(entry);
            return Results.NoContent();
        });
        _app.MapPost("/internal/replay", async (ReplayOrder order) =>
        {
            await Publisher!.Send(order.Queue, _events, CancellationToken.None);
            return Results.Json(new { Sent = _events.Count }, CaseJson.Options);
        });
    }

    public string Address => _app.Urls.Single();

    /// <summary>What was written into the audit trail.</summary>
    public ConcurrentBag<TrailEntry> Trail { get; } = [];

    public IEventPublisher? Publisher { get; set; }

    public Task Start() => _app.StartAsync();

    /// <summary>Keeps the events of a story and publishes them, like the relay does.</summary>
    public async Task Append(CaseStory story)
    {
        List<RelayedEvent> entries = [.. story.Events.Select(Entry)];
        _events.AddRange(entries);
        await Publisher!.Publish(entries, CancellationToken.None);
    }

    public void Forget() => _events.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private RelayedEvent Entry(ICaseEvent happened) => new(
        new LedgerPlace(1, _events.Count + 1), happened.CaseId.Value, happened.Version, CaseEventTypes.NameOf(happened.GetType()),
        JsonSerializer.Serialize(happened, happened.GetType(), CaseJson.Options), happened.At);

    public sealed record TrailEntry(string Kind, string? Note);

    private sealed record ReplayOrder(string Queue, long From);
}
