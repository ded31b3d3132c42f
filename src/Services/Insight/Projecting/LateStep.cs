using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Insight.Projecting;

/// <summary>What a step says about whose time has passed.</summary>
internal enum LateTurn
{
    /// <summary>A deadline passed.</summary>
    Missed,

    /// <summary>It is later now than when it was missed: it was not.</summary>
    Moved,

    /// <summary>A new time began, for another answer or another hand-over: what was missed before stays so, whatever becomes of the new one.</summary>
    Begun,

    /// <summary>Taken back: the unit stays late, whoever has the case now and whatever becomes of it.</summary>
    Lost,

    /// <summary>退单 within the window: does not count against the unit.</summary>
    Returned,

    /// <summary>The return was rejected: what the unit had missed before counts after all.</summary>
    Rejected,

    /// <summary>Open again: what was closed was not late, and is not until its new time has passed.</summary>
    Reopened,
}

/// <summary>Which promise to the citizen is meant.</summary>
internal enum LateWatch
{
    /// <summary>Handling, doing an answer again, and (the city's own) calling back.</summary>
    Handling,

    /// <summary>First contact.</summary>
    Contact,
}

/// <summary>One of the few steps of a case by which a unit is, or is no longer, late. All of a case, in their order, say for whom it counts as late: the
/// function <c>insight.late_for</c>. Who was late when the case went to another stays late.</summary>
/// <param name="Unit">Whose time it was; null for the city's own.</param>
/// <param name="Watch">Null for both.</param>
internal sealed record LateStep(LateTurn Turn, UnitRef? Unit, LateWatch? Watch)
{
    /// <summary>The step an event makes; mostly none.</summary>
    public static LateStep? Of(ICaseEvent happened) => happened switch
    {
        DeadlineMissed missed => Watched(missed.Clock, missed.Unit, LateTurn.Missed),
        DeadlineMoved moved => Watched(moved.Clock, moved.Unit, moved.DueAt > moved.At ? LateTurn.Moved : LateTurn.Missed),
        ExtensionGranted granted => new(LateTurn.Moved, granted.Unit, LateWatch.Handling),
        RedoOrdered or ReworkOrdered or CaseDispatched { Round: > 1 } => new(LateTurn.Begun, null, null),
        CaseTakenBack taken => new(LateTurn.Lost, taken.Unit, LateWatch.Handling),
        CaseReturned returned => new(LateTurn.Returned, returned.Unit, null),
        ReturnReviewed { Upheld: false } reviewed => new(LateTurn.Rejected, reviewed.Unit, null),
        CaseReopened reopened => new(LateTurn.Reopened, reopened.Unit, LateWatch.Handling),
        _ => null,
    };

    // Signing, reviewing and ruling are steps on the way: late with them, a unit has its case taken back, or is late in the end.
    private static LateStep? Watched(string clock, UnitRef? unit, LateTurn turn) => clock switch
    {
        "handle" or "rework" => new(turn, unit, LateWatch.Handling),
        "visit" => new(turn, null, LateWatch.Handling),
        "contact" => new(turn, unit, LateWatch.Contact),
        _ => null,
    };
}
