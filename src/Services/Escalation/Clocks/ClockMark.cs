using System.Collections;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Escalation.Clocks;

/// <summary>
/// What one event means for the clocks of its case. A mark depends on its event alone, so marks may arrive in any order and
/// more than once: all that is said about clocks is folded from the set of them.
/// </summary>
public sealed record ClockMark
{
    /// <summary>Version of the case that the event made.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Ledger name of the event.</summary>
    public required string Event { get; init; }

    /// <summary>Clocks that start.</summary>
    public ClockSet Starts { get; init; }

    /// <summary>Clocks that stop, if an earlier event started them.</summary>
    public ClockSet Stops { get; init; }

    /// <summary>Units for each of which a clock of its own starts: they assist.</summary>
    public Units Assisting { get; init; }

    /// <summary>The one unit whose own clock stops: it has done its part.</summary>
    public UnitRef? Assisted { get; init; }

    /// <summary>What happens to the clocks that run: they pause, resume or, the handling clock alone, are extended.</summary>
    public ClockTurn? Turn { get; init; }

    /// <summary>From when the started clocks count.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Unit the started clocks hold; null for the desk.</summary>
    public UnitRef? Unit { get; init; }

    /// <summary>New holder of the case; null when it stays where it is.</summary>
    public Holder? Holder { get; init; }

    public required Urgency Urgency { get; init; }
    public required CaseType Type { get; init; }
    public string? Category { get; init; }

    /// <summary>Every clock that starts, with the unit it holds; null for the desk.</summary>
    public IEnumerable<(ClockName Clock, UnitRef? Unit)> Begins() =>
        Starts.Names().Select(clock => (clock, Unit)).Concat(Assisting.Select(unit => (ClockName.Assist, (UnitRef?)unit)));

    /// <summary>Whether a clock that started earlier stops.</summary>
    public bool Ends(ClockName clock, UnitRef? unit) => Stops.Holds(clock) || (clock == ClockName.Assist && Assisted is { } one && one == unit);
}

/// <summary>Some units, compared by what they are.</summary>
/// <param name="Text">Their names with commas between; null for none.</param>
public readonly record struct Units(string? Text) : IEnumerable<UnitRef>
{
    public static Units Of(IEnumerable<UnitRef> units) => string.Join(',', units) is { Length: > 0 } text ? new(text) : default;

    public IEnumerator<UnitRef> GetEnumerator() => (Text?.Split(',') ?? []).Select(UnitRef.Parse).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
