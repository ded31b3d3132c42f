namespace Hotline.Insight.Rows;

/// <summary>By what the work on a list is due, as SQL over <c>insight.case_row r</c>.</summary>
/// <param name="DueAt">When it is due, once Escalation has told; infinity before.</param>
/// <param name="ExpectedAt">When it is due, as far as the case itself tells; null for unknown.</param>
/// <param name="TurnAt">What lists are sorted by.</param>
/// <param name="Overdue">Whether its time has passed.</param>
internal sealed record ListClock(string DueAt, string ExpectedAt, string TurnAt, string Overdue)
{
    /// <summary>That of the case itself.</summary>
    public static ListClock OfCase { get; } = new("r.due_at", "r.expected_at", "r.turn_at", "r.overdue");
}
