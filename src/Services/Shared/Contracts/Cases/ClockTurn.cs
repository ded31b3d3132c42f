namespace Hotline.Contracts.Cases;

/// <summary>What can happen to a clock while it runs.</summary>
public enum ClockTurnKind
{
    /// <summary>挂起: it stands still.</summary>
    Pause,

    /// <summary>It goes on with what was left.</summary>
    Resume,

    /// <summary>延期: it is due some working days later.</summary>
    Extend,
}

/// <summary>Something that happened to a clock while it ran.</summary>
/// <param name="WorkingDays">Of an extension; 0 for the others.</param>
public readonly record struct ClockTurn(ClockTurnKind Kind, DateTimeOffset At, int WorkingDays = 0);
