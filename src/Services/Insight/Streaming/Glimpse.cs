using Hotline.Contracts.Units;
using Hotline.Insight.Listing;
using Hotline.Insight.Rows;

namespace Hotline.Insight.Streaming;

/// <summary>What everybody who watches is shown at once; each takes from it what may be seen.</summary>
/// <param name="Changes">The cases that changed as they are now; null when that is not known and lists have to be read anew.</param>
/// <param name="Counts">How many cases lie where, for all who watched.</param>
internal sealed record Glimpse(IReadOnlyList<Change>? Changes, DeskCounts Counts);

/// <summary>A case that changed.</summary>
/// <param name="Row">As it is now.</param>
/// <param name="Before">Units that had a part in it before.</param>
internal sealed record Change(CaseRow Row, IReadOnlySet<UnitRef> Before)
{
    /// <summary>What a watcher is told of it; null when it is none of the watcher's business.</summary>
    public CaseMoved? For(Watcher watcher)
    {
        var (scope, item) = (watcher.Scope, Row.For(watcher.Scope));
        if (scope.Unit is { } unit && !Row.Involves(unit))
            return Before.Contains(unit) ? new CaseMoved(Row.Full.Number, Row.Full.Sealed, [], null, null) : null;
        var lists = Worklist.All
            .Where(list => list.Shows(Row, scope.Unit) && (list != Worklist.Mine || scope.Unit is not null || Row.Handler == watcher.Caller.Subject))
            .Select(list => list.Name);
        return new CaseMoved(item.Number, item.Sealed, [.. lists], item.Version, item.DueAt);
    }
}

/// <summary>A case changed. Of a sealed case only its number and lists are told to whoever may not see it.</summary>
/// <param name="Number">The number a person can read over the phone.</param>
/// <param name="Sealed">The case is in a confidential lane.</param>
/// <param name="Lists">The caller's lists it lies on now; none when it is at its end or no longer the unit's.</param>
/// <param name="Version">Version of the case.</param>
/// <param name="DueAt">When the earliest clock that runs is due; absent while none does or the case waits.</param>
public sealed record CaseMoved(string Number, bool Sealed, IReadOnlyList<string> Lists, int? Version, DateTimeOffset? DueAt);
