using Hotline.Contracts.Cases;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.Deadlines;

/// <summary>Which clocks of the city's policy can run in a state. Escalation keeps the times; this keeps it from acting on old news.</summary>
internal static class RunningClocks
{
    public static bool Runs(string clock, CaseSummary summary) => clock switch
    {
        "accept" => summary.Status is Received or Held,
        "sign" => summary.Status is Dispatched,
        "contact" => summary.Status is Dispatched or Signed or InProgress or Assigned && summary.ContactedAt is null,
        // An accepted consultation is on the desk's own clock until somebody has it.
        "handle" => !summary.Reworking && (summary.Status is Dispatched or Signed or InProgress or Assigned or Accepted or Triaged),
        "rework" => summary.Reworking && summary.Status is InProgress,
        "review" => summary.Status is InReview,
        "offer" => summary.Status is Offered,
        "visit" => summary.Status is AwaitingVisit,
        "rule" => summary.Status is Disputed,
        _ => false,
    };
}
