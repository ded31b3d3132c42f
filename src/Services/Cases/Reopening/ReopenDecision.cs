using System.Globalization;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Receiving;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Reopening;

/// <summary>Staff may reopen at any time, the citizen within the policy's days; a declined case is reopened by appeal, which has days of its own.</summary>
internal static class ReopenDecision
{
    public static Decision Decide(CaseFile file, ReopenCase act, VisitPolicy policy, DateTimeOffset now)
    {
        if (IsCitizen(act.By) && file.Status == CaseStatus.Declined && now > file.DeclinedAt!.Value.AddDays(policy.AppealDays))
            return new Error(ErrorKind.Conflict, "appeal-too-late", Arguments: [Days(policy.AppealDays)]);
        if (IsCitizen(act.By) && file.Summary.ClosedAt is { } closedAt && now > closedAt.AddDays(policy.ReopenDays))
            return new Error(ErrorKind.Conflict, "reopen-too-late", Arguments: [Days(policy.ReopenDays)]);
        return new CaseReopened(Masking.Text(act.Reason), file.Lead, file.Status == CaseStatus.Declined ? true : null);
    }

    // Through the channel that submitted the case, or by a link, for which Hotline itself acts.
    private static bool IsCitizen(Actor by) => by.Is(Role.Channel | Role.System);

    private static string Days(int days) => days.ToString(CultureInfo.InvariantCulture);
}
