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
}
