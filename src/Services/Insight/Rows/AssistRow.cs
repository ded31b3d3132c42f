using Hotline.Contracts.Units;

namespace Hotline.Insight.Rows;

/// <summary>协办 as the row of a case keeps it, as JSON: what the summary says of it, and by when.</summary>
/// <param name="SinceVersion">Version of the case at which it was asked for.</param>
/// <param name="Supervision">Level of the supervision that waits for the unit's answer; null when none does.</param>
/// <param name="ExpectedAt">When it is due as far as the case itself tells; null once it is done, and in rows of before it was kept.</param>
internal sealed record AssistRow(UnitRef Unit, DateTimeOffset Since, int SinceVersion, DateTimeOffset? DoneAt, int? Supervision, DateTimeOffset? ExpectedAt);
