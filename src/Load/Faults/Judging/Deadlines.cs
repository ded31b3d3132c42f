namespace Hotline.Load.Faults.Judging;

/// <summary>A time in which something was broken.</summary>
internal sealed record Outage(DateTimeOffset From, DateTimeOffset To);

/// <summary>Whether deadlines were acted on never early, and within a minute of what could be helped. Pure.</summary>
internal static class Deadlines
{
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(60);

    public static IEnumerable<Finding> Judge(World world, IReadOnlyList<Outage> outages)
    {
        foreach (var (found, missed, due) in world.Cases.SelectMany(Missed))
        {
            if (missed.At < due)
            {
                yield return new(Offense.Illegal, $"{found.Number}: {missed.Type} at {missed.At:O}, due only at {due:O}");
            }
            else if (missed.At - due - Broken(due, missed.At, outages) > _late)
            {
                yield return new(Offense.Late, $"{found.Number}: {missed.Type} at {missed.At:O}, due at {due:O}");
            }
        }

        for (var owed = 0; owed < world.OwedDeadlines; owed++)
        {
            yield return new(Offense.Late, "a step of a deadline is owed for more than a minute");
        }
    }

    /// <summary>How much of a span something was broken; where outages overlap, time counts once.</summary>
    public static TimeSpan Broken(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Outage> outages)
    {
        var broken = TimeSpan.Zero;
        var at = from;
        foreach (var outage in outages.OrderBy(outage => outage.From))
        {
            var start = outage.From > at ? outage.From : at;
            var end = outage.To < to ? outage.To : to;
            if (end > start)
            {
                broken += end - start;
                at = end;
            }
        }

        return broken;
    }

    /// <summary>Deadlines that passed, and offers that ran out.</summary>
    private static IEnumerable<(FoundCase Case, FoundEvent Missed, DateTimeOffset Due)> Missed(FoundCase found)
    {
        var offers = found.Events.Where(entry => entry is { Type: "OfferMade", Offer: not null }).ToLookup(entry => entry.Offer!.Value, entry => entry.DueAt);
        foreach (var entry in found.Events)
        {
            var due = entry.Type switch
            {
                "DeadlineMissed" => entry.DueAt,
                "OfferExpired" when entry.Offer is { } offer => offers[offer].FirstOrDefault(),
                _ => null,
            };
            if (due is { } known)
            {
                yield return (found, entry, known);
            }
        }
    }
}
