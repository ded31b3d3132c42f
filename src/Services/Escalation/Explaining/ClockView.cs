namespace Hotline.Escalation.Explaining;

/// <summary>The clocks of a case, explained.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="At">The instant for which all of this is said.</param>
/// <param name="Clocks">Every running of every clock, in the order they started.</param>
/// <param name="Shares">Who held the case for how long, in the order they first held it.</param>
/// <param name="Pauses">When the case waited and no clock ran.</param>
public sealed record CaseClocksView(
    string Number, DateTimeOffset At, IReadOnlyList<ClockView> Clocks, IReadOnlyList<ShareView> Shares, IReadOnlyList<PauseView> Pauses);

/// <summary>A stretch of time in which a case waited.</summary>
/// <param name="Until">Absent while it lasts.</param>
/// <param name="Minutes">Whole minutes on the wall.</param>
public sealed record PauseView(DateTimeOffset From, DateTimeOffset? Until, int Minutes);

/// <summary>One running of one clock.</summary>
/// <param name="Clock">Clock of the city's policy: <c>accept sign return contact handle visit rule</c>.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Round">1 for the first running of this clock in the case.</param>
/// <param name="Unit">Unit it holds to account; absent for the hotline's own desk.</param>
/// <param name="UnitName">Name of the unit in the reader's language.</param>
/// <param name="Limit">How long it may run, in words.</param>
/// <param name="Rule">The rule of the city that gave the limit, in words.</param>
/// <param name="StoppedBy">Event that stopped it, e.g. <c>CaseReplied</c>.</param>
/// <param name="LateMinutes">By how much it is or was late: working minutes when the limit counts working time, else minutes.</param>
/// <param name="StepsTaken">Warning, urging and supervisions so far.</param>
/// <param name="Text">All of it in a sentence.</param>
public sealed record ClockView(
    string Clock,
    string Name,
    int Round,
    string? Unit,
    string? UnitName,
    DateTimeOffset StartedAt,
    DateTimeOffset WarnAt,
    DateTimeOffset DueAt,
    DateTimeOffset? StoppedAt,
    string? StoppedBy,
    ClockState State,
    int? LateMinutes,
    string Limit,
    string Rule,
    int StepsTaken,
    string Text)
{
    /// <summary>How the due time moved when the city's calendar changed; absent when it never did.</summary>
    public IReadOnlyList<MoveView>? Moves { get; init; }
}

/// <summary>A due time that moved with the city's calendar.</summary>
/// <param name="At">When it was counted anew.</param>
/// <param name="Text">The same in a sentence.</param>
public sealed record MoveView(DateTimeOffset At, DateTimeOffset DueBefore, DateTimeOffset DueAfter, string Text);

/// <summary>How a clock stands.</summary>
public enum ClockState
{
    /// <summary>Runs, with time left.</summary>
    Running,

    /// <summary>Runs, past the time of its warning.</summary>
    DueSoon,

    /// <summary>Runs, past its due time.</summary>
    Overdue,

    /// <summary>Stands still while the case waits.</summary>
    Paused,

    /// <summary>What it waited for happened in time.</summary>
    Met,

    /// <summary>It stopped after its due time.</summary>
    Late,

    /// <summary>It stopped in time for another reason: the case was returned, handed on, taken back.</summary>
    Ended,

    /// <summary>A return window that is over: the case counts as accepted by the unit.</summary>
    Elapsed,
}

/// <summary>One holder's share of the time of a case.</summary>
/// <param name="Holder">A unit, or <c>desk</c> for the hotline itself.</param>
/// <param name="Minutes">Whole minutes on the wall; all shares add up to the whole.</param>
/// <param name="PausedMinutes">Those of them in which the case waited, and no clock ran.</param>
/// <param name="WorkingMinutes">Those within the city's working time in which it did not wait.</param>
public sealed record ShareView(string Holder, string Name, int Minutes, int PausedMinutes, int WorkingMinutes, IReadOnlyList<SegmentView> Segments);

/// <summary>A stretch of time in one holder's hands.</summary>
/// <param name="Until">Absent while it lasts.</param>
/// <param name="EndedBy">Event that ended it, e.g. <c>CaseReturned</c>.</param>
public sealed record SegmentView(DateTimeOffset From, DateTimeOffset? Until, int Minutes, int PausedMinutes, int WorkingMinutes, string? EndedBy);
