using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Hosting.Bus;
using Npgsql;

namespace Hotline.Dispatch.Delivering;

/// <summary>Writes the feed: every event of every case but its receipt, in order and without a gap, into the outbox of the departments concerned.</summary>
/// <remarks>
/// All those events come here because a gap can only be seen by whoever counts all versions. The row of the case is inbox guard and lock in one:
/// a version told before is passed over, one that comes early waits in <c>feed_early</c>. In batches, for most events concern no department.
/// </remarks>
internal sealed class CaseFeedBook(NpgsqlDataSource database, FeedEnvelope envelope, FeedSignal signal, FeedMeter meter) : IConsumeBatch
{
    public async Task Consume(IReadOnlyList<ICaseEvent> messages, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        Guid[] cases = [.. messages.Select(one => one.CaseId.Value).Distinct().Order()];
        var pages = await FeedPages.Lock(connection, cases, cancellationToken);
        foreach (var message in messages)
            pages[message.CaseId.Value].Add(message);

        var told = pages.Values.Select(page => page.Tell()).ToList();
        await FeedPages.Write(connection, told, news => envelope.Write(news, Activity.Current?.Id), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        meter.Early(told.Sum(page => page.Early.Length));
        if (told.Exists(page => page.News.Length > 0))
            signal.Set();
    }
}

/// <summary>The feed of one case while a batch is told.</summary>
internal sealed class FeedPage(Guid caseId, CaseFeed before)
{
    private readonly SortedDictionary<int, ICaseEvent> _waiting = [];
    private readonly HashSet<int> _stored = [];

    public void Add(ICaseEvent message)
    {
        if (message.Version > before.Version)
            _waiting.TryAdd(message.Version, message);
    }

    public void AddStored(int version, string type, string json)
    {
        _stored.Add(version);
        Add((ICaseEvent)JsonSerializer.Deserialize(json, CaseEventTypes.Of(type), CaseJson.Options)!);
    }

    /// <summary>Tells what follows without a gap and leaves the rest waiting.</summary>
    public ToldPage Tell()
    {
        var feed = before;
        var news = ImmutableArray.CreateBuilder<FeedNews>();
        var changes = ImmutableArray.CreateBuilder<(ICaseEvent, HandOverChange)>();
        var erased = false;
        while (_waiting.Remove(feed.Version + 1, out var next))
        {
            var told = News.Tell(feed, next);
            feed = told.After;
            news.AddRange(told.News);
            changes.AddRange(told.Changes.Select(change => (next, change)));
            erased |= next is CitizenErased;
        }
        return new ToldPage(
            caseId, before, feed, news.ToImmutable(), changes.ToImmutable(),
            [.. _waiting.Values.Where(one => !_stored.Contains(one.Version))], _stored.Count > 0, erased);
    }
}

/// <summary>What a batch did to one case.</summary>
/// <param name="Early">Events to keep until the gap before them is filled.</param>
/// <param name="HadEarly">Events kept before; those told now are removed.</param>
/// <param name="Erased">The citizen was erased: what was told before loses its words.</param>
internal sealed record ToldPage(
    Guid CaseId,
    CaseFeed Before,
    CaseFeed After,
    ImmutableArray<FeedNews> News,
    ImmutableArray<(ICaseEvent Event, HandOverChange Change)> Changes,
    ImmutableArray<ICaseEvent> Early,
    bool HadEarly,
    bool Erased);
