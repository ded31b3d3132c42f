using Hotline.Contracts.Cases;

namespace Hotline.Insight.Projecting;

/// <summary>
/// What a number of events of one case, in whatever order, say about its row: the summary of the newest, and for every mark the newest
/// event that set it. Joining changes is a maximum, so it does not matter how events are grouped, ordered or repeated.
/// </summary>
internal sealed record CaseChange
{
    public required CaseSummary Case { get; init; }

    /// <summary>When the newest event was decided.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Versions seen, ascending.</summary>
    public required IReadOnlyList<int> Seen { get; init; }

    /// <summary>Version of the last hand-over to (or back from) a unit, redo or reopening: clocks noted before it are over.</summary>
    public required int RoundVersion { get; init; }

    /// <summary>Version at which no merchant was left to ask; 0 for never.</summary>
    public required int ExhaustedVersion { get; init; }

    /// <summary>Version of the last act of a person at the hotline, and who it was.</summary>
    public required (int Version, string? Subject) Handler { get; init; }

    /// <summary>Version of the last refusal, and its reason.</summary>
    public required (int Version, DeclineReason? Reason) Declined { get; init; }

    public required IReadOnlyDictionary<string, ClockNote> Clocks { get; init; }

    /// <summary>Return visits that the citizen answered, by version.</summary>
    public required IReadOnlyDictionary<int, VisitRecorded> Visits { get; init; }

    /// <summary>By whom it is late, by version.</summary>
    public required IReadOnlyDictionary<int, LateStep> Lateness { get; init; }

    /// <summary>The first event, when it is among them: it alone holds the text.</summary>
    public CaseReceived? Received { get; init; }

    /// <summary>What persons decided about findings.</summary>
    public required IReadOnlyList<FindingsDecided> Judgments { get; init; }

    /// <summary>Appeals that overturned a refusal.</summary>
    public required IReadOnlyList<CaseReopened> Appeals { get; init; }

    /// <summary>The citizen was erased: the text is forgotten, whenever it comes.</summary>
    public required bool Erased { get; init; }

    /// <summary>Folds the events of one case.</summary>
    public static CaseChange Of(IEnumerable<ICaseEvent> events)
    {
        var known = events.DistinctBy(happened => happened.Version).OrderBy(happened => happened.Version).ToList();
        var newest = known[^1];
        return new CaseChange
        {
            Case = newest.Case,
            ChangedAt = newest.At,
            Seen = [.. known.Select(happened => happened.Version)],
            RoundVersion = Last(known, happened => HandsOver(happened) || happened is RedoOrdered or CaseReopened)?.Version ?? 0,
            ExhaustedVersion = Last(known, happened => happened is OffersExhausted)?.Version ?? 0,
            Handler = Last(known, happened => StaffSubject(happened) is not null) is { } acted ? (acted.Version, StaffSubject(acted)) : (0, null),
            Declined = Last(known, happened => happened is CaseDeclined) is CaseDeclined declined ? (declined.Version, declined.Reason) : (0, null),
            Clocks = known.Select(ClockNote.Of).OfType<(string Clock, ClockNote Note)>()
                .GroupBy(told => told.Clock, told => told.Note, StringComparer.Ordinal)
                .ToDictionary(clock => clock.Key, clock => clock.Last(), StringComparer.Ordinal),
            Visits = known.OfType<VisitRecorded>().Where(visit => visit.Answers.Reached).ToDictionary(visit => visit.Version),
            Lateness = known.Select(happened => (happened.Version, Step: LateStep.Of(happened))).Where(one => one.Step is not null)
                .ToDictionary(one => one.Version, one => one.Step!),
            Received = known[0] as CaseReceived,
            Judgments = [.. known.OfType<FindingsDecided>()],
            Appeals = [.. known.OfType<CaseReopened>().Where(reopened => reopened.Appealed is true)],
            Erased = known.Exists(happened => happened is CitizenErased),
        };
    }

    private static ICaseEvent? Last(List<ICaseEvent> known, Predicate<ICaseEvent> matches) => known.FindLast(matches);

    private static bool HandsOver(ICaseEvent happened) =>
        happened is CaseDispatched or CaseReturned or CaseTakenBack or CaseMerged or OfferMade or OfferAccepted;

    // "operator:42", "operator, supervisor:42"; units and Hotline itself have lists of their own.
    private static string? StaffSubject(ICaseEvent happened)
    {
        var colon = happened.Actor.IndexOf(':', StringComparison.Ordinal);
        var roles = colon < 0 ? "" : happened.Actor[..colon];
        return roles.Contains("operator", StringComparison.Ordinal) || roles.Contains("supervisor", StringComparison.Ordinal)
            ? happened.Actor[(colon + 1)..]
            : null;
    }
}
