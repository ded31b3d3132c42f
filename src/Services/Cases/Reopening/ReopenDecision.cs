using System.Globalization;
using Hotline.Cases.CaseFiles;
using Hotline.Cities.Visits;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Reopening;

/// <summary>Staff may reopen at any time, the citizen within the policy's days. Against a refusal the citizen appeals, once, in days of its own; staff overturn it.</summary>
internal static class ReopenDecision
{
    private static readonly Error DecidedBefore = new(ErrorKind.Conflict, "appeal-decided");

    public static Decision Decide(CaseFile file, ReopenCase act, VisitPolicy policy, DateTimeOffset now)
    {
        var reason = Privacy.Masked(file, act.Reason);
        var decision = file.Status == CaseStatus.Declined ? OfRefused(file, act, reason, policy, now) : OfClosed(file, act, reason, policy, now);
        return decision.Error is null
            ? decision with { Events = [decision.Events[0] with { Secrets = Privacy.Sealed(act.Reason, reason) }, .. decision.Events.Skip(1)] }
            : decision;
    }

    private static Decision OfRefused(CaseFile file, ReopenCase act, string reason, VisitPolicy policy, DateTimeOffset now)
    {
        if (!IsCitizen(act.By))
            return Overturned(reason);
        if (file.Summary.AppealedAt is not null)
            return DecidedBefore;
        return now > file.DeclinedAt!.Value.AddDays(policy.AppealDays)
            ? new Error(ErrorKind.Conflict, "appeal-too-late", Arguments: [Days(policy.AppealDays)])
            : new AppealLodged(reason);
    }

    private static Decision OfClosed(CaseFile file, ReopenCase act, string reason, VisitPolicy policy, DateTimeOffset now)
    {
        if (IsCitizen(act.By) && file.Summary.ClosedAt is { } closedAt && now > closedAt.AddDays(policy.ReopenDays))
            return new Error(ErrorKind.Conflict, "reopen-too-late", Arguments: [Days(policy.ReopenDays)]);
        if (file.Summary.MergedInto is not { } lead)
            return new CaseReopened(reason, file.Lead);
        // It goes on by itself, with the unit whose answer was not enough.
        CaseEvent[] alone = [new CaseUnmerged(lead, reason), new CaseReopened(reason, file.AnsweredBy)];
        return file.AnsweredBy is { } unit ? alone.Append(new CaseDispatched(unit, [], null, reason, file.Rounds + 1)).ToArray() : alone;
    }

    /// <summary>The refusal no longer holds, and neither does what it rested on.</summary>
    public static CaseEvent[] Overturned(string reason) => [new CaseReopened(reason, null, Appealed: true), new CaseAccepted(reason)];

    // Through the channel that submitted the case, or by a link, for which Hotline itself acts.
    private static bool IsCitizen(Actor by) => by.Is(Role.Channel | Role.System);

    private static string Days(int days) => days.ToString(CultureInfo.InvariantCulture);
}
