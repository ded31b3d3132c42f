using Hotline.Contracts.Cases;

namespace Hotline.Insight.Projecting;

/// <summary>What was last said of a clock of a case.</summary>
/// <param name="Version">Version of the event that said it; a later one replaces it.</param>
/// <param name="DueAt">When the clock is due (UTC).</param>
/// <param name="Missed">The due time has passed; otherwise it comes near.</param>
/// <param name="Level">Level of supervision opened over it; 0 for none.</param>
internal sealed record ClockNote(int Version, DateTime DueAt, bool Missed, int Level)
{
    /// <summary>The note an event makes, with the name of its clock.</summary>
    public static (string Clock, ClockNote Note)? Of(ICaseEvent happened) => happened switch
    {
        DeadlineApproached near => (near.Clock, new(near.Version, near.DueAt.UtcDateTime, false, 0)),
        DeadlineMissed missed => (missed.Clock, new(missed.Version, missed.DueAt.UtcDateTime, true, 0)),
        SupervisionOpened opened => (opened.Clock, new(opened.Version, opened.DueAt.UtcDateTime, true, opened.Level)),
        ExtensionGranted later => ("handle", new(later.Version, later.DueAt.UtcDateTime, false, 0)),
        _ => null,
    };
}
