using Hotline.Cases.CaseFiles;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Reopening;

/// <summary>Staff may reopen at any time, the citizen within the policy's days; a declined case is reopened by appeal.</summary>
internal static class ReopenDecision
{
    public static Decision Decide(CaseFile file, ReopenCase act, VisitPolicy policy, DateTimeOffset now)
    {
        var closedAt = file.Summary.ClosedAt;
        if (act.By.Is(Role.Channel) && closedAt is not null && now > closedAt.Value.AddDays(policy.ReopenDays))
            return new Error(ErrorKind.Conflict, "reopen-too-late", Arguments: [policy.ReopenDays.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return new CaseReopened(act.Reason, file.Lead);
    }
}
