using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Escalation.Clocks;

/// <summary>
/// Whether a run goes on according to the case itself. Events may be on their way for an hour when the broker is down; a unit must not be
/// urged on the record for what it did long ago.
/// </summary>
public static class StillRunning
{
    private static readonly CaseStatus[] WithUnit = [CaseStatus.Dispatched, CaseStatus.Assigned, CaseStatus.Signed, CaseStatus.InProgress];
    private static readonly CaseStatus[] AtDesk = [CaseStatus.Accepted, CaseStatus.Triaged, CaseStatus.Returned];

    /// <param name="unit">Unit the run holds; null for the desk.</param>
    /// <param name="since">When the run started.</param>
    /// <param name="sinceVersion">Version of the case that started it.</param>
    /// <param name="now">The case as its grain knows it.</param>
    public static bool Says(CaseSummary now, ClockName clock, UnitRef? unit, DateTimeOffset since, int sinceVersion) => now.PausedAt is null && clock switch
    {
        ClockName.Accept => now.Status is CaseStatus.Received or CaseStatus.Held && (now.AppealedAt ?? since) == since,
        ClockName.Sign => now.Status == CaseStatus.Dispatched && HandedOver(now, unit, since),
        ClockName.Contact => WithUnit.Contains(now.Status) && HandedOver(now, unit, since) && now.ContactedAt is null && !now.Reworking && !After(now.RepliedAt, since),
        ClockName.Handle when unit is null => AtDesk.Contains(now.Status) && now.Kind == CaseKind.Consultation && now.HandlingSince == since,
        ClockName.Handle => WithUnit.Contains(now.Status) && !now.Reworking && now.Lead == unit && now.HandlingSince == since,
        ClockName.Assist => WithUnit.Contains(now.Status) && now.Assists?.Any(one => one.Unit == unit && one.SinceVersion == sinceVersion && one.DoneAt is null) == true,
        ClockName.Rule => now.Dispute?.OpenedAt == since,
        ClockName.Review => now.Status == CaseStatus.InReview,
        ClockName.Rework => now.Reworking && now.Status == CaseStatus.InProgress && now.Lead == unit,
        ClockName.Visit => now.Status == CaseStatus.AwaitingVisit && now.RepliedAt == since,
        ClockName.Return or ClockName.Offer => false,
    };

    private static bool HandedOver(CaseSummary now, UnitRef? unit, DateTimeOffset since) => now.Lead == unit && now.DispatchedAt == since;

    private static bool After(DateTimeOffset? at, DateTimeOffset since) => at > since;
}
