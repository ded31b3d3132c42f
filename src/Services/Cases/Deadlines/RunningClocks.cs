using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.Deadlines;

/// <summary>Which clocks of the city's policy can run in a state. Escalation keeps the times; this keeps it from acting on old news.</summary>
internal static class RunningClocks
{
    /// <summary>Clock of a unit that assists: each has its own.</summary>
    public const string Assist = "assist";

    /// <param name="assisting">Unit whose clock is meant, of those that assist.</param>
    public static bool Runs(string clock, CaseSummary summary, UnitRef? assisting = null) => clock switch
    {
        "accept" => summary.Status is Received or Held,
        "sign" => summary.Status is Dispatched,
        "contact" => summary.Status is Dispatched or Signed or InProgress or Assigned && summary.ContactedAt is null,
        // An accepted consultation is on the desk's own clock until somebody has it.
        "handle" => !summary.Reworking && (summary.Status is Dispatched or Signed or InProgress or Assigned or Accepted or Triaged),
        Assist => summary.Status is Dispatched or Assigned or Signed or InProgress
            && summary.Assists?.Any(one => one.Unit == assisting && one.DoneAt is null) == true,
        "rework" => summary.Reworking && summary.Status is InProgress,
        "review" => summary.Status is InReview,
        "offer" => summary.Status is Offered,
        "visit" => summary.Status is AwaitingVisit,
        "rule" => summary.Status is Disputed,
        _ => false,
    };
}
