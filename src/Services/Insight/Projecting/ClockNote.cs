using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

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
        DeadlineApproached near => (NameOf(near.Clock, near.Unit), new(near.Version, near.DueAt.UtcDateTime, false, 0)),
        DeadlineMoved moved => (NameOf(moved.Clock, moved.Unit), new(moved.Version, moved.DueAt.UtcDateTime, moved.DueAt <= moved.At, 0)),
        DeadlineMissed missed => (NameOf(missed.Clock, missed.Unit), new(missed.Version, missed.DueAt.UtcDateTime, true, 0)),
        SupervisionOpened opened => (NameOf(opened.Clock, opened.Unit), new(opened.Version, opened.DueAt.UtcDateTime, true, opened.Level)),
        ExtensionGranted later => ("handle", new(later.Version, later.DueAt.UtcDateTime, false, 0)),
        _ => null,
    };

    /// <summary>Every unit that assists has a clock of its own.</summary>
    public static string NameOf(string clock, UnitRef? unit) => clock == "assist" ? $"assist:{unit}" : clock;
}
