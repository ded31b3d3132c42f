using System.Collections.Frozen;
using Hotline.Cities;
using Hotline.Cities.Routing;
using Npgsql;

namespace Hotline.Dispatch.Routing;

/// <summary>The rules as one process knows them. A rule made or rolled back elsewhere is known here within <see cref="Freshness"/>: the table is read when
/// somebody asks and what is known is older, so at most once in that time, however much is asked.</summary>
internal sealed class RuleBook(RuleTable rules, City city, TimeProvider clock, ILogger<RuleBook> log) : IDisposable
{
    /// <summary>How old an answer may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _door = new(1, 1);
    private volatile RulePage? _page;

    /// <summary>The rules now.</summary>
    public async Task<RulePage> Current(CancellationToken cancellationToken)
    {
        if (_page is { } known && IsFresh(known))
            return known;
        await _door.WaitAsync(cancellationToken);
        try
        {
            if (_page is { } meanwhile && IsFresh(meanwhile))
                return meanwhile;
            return _page = await Load(cancellationToken);
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>The table has changed: the next question reads it again.</summary>
    public void Forget()
    {
        if (_page is { } known)
            _page = known with { ReadAt = DateTimeOffset.MinValue };
    }

    /// <inheritdoc />
    public void Dispose() => _door.Dispose();

    private async Task<RulePage> Load(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            return RulePage.Of(city.Routing, await rules.All(cancellationToken), now);
        }
        catch (NpgsqlException fault) when (_page is not null)
        {
            // The rules of a moment ago are a better answer than none.
            RoutingLog.Stale(log, fault);
            return _page! with { ReadAt = now };
        }
        catch (NpgsqlException fault)
        {
            // The driver's own exceptions cannot cross the cluster.
            throw new TimeoutException($"The routing rules cannot be read: {fault.Message}");
        }
    }

    private bool IsFresh(RulePage page) => clock.GetUtcNow() - page.ReadAt < Freshness;
}

/// <summary>All rules at one moment.</summary>
/// <param name="Followed">Those that may be followed: the city's, and of rulings those not rolled back.</param>
/// <param name="All">With those rolled back.</param>
/// <param name="Rulings">What is known besides of the rules that rulings made, by citation.</param>
internal sealed record RulePage(RoutingTable Followed, RoutingTable All, FrozenDictionary<string, RulingRule> Rulings, DateTimeOffset ReadAt)
{
    public static RulePage Of(RoutingTable city, IReadOnlyList<RulingRule> rulings, DateTimeOffset readAt) => new(
        city.With(rulings.Where(one => one.RolledBack is null).Select(one => one.Rule)),
        city.With(rulings.Select(one => one.Rule)),
        rulings.ToFrozenDictionary(one => one.Rule.Citation),
        readAt);
}
