namespace Hotline.Load.Faults.Judging;

/// <summary>Which event may follow which status: said again here on purpose, for a judge must not ask the judged.</summary>
internal static class Transitions
{
    private static readonly string[] _atDesk = ["received", "accepted", "triaged", "returned"];
    private static readonly string[] _open = [.. _atDesk, "held", "offered", "dispatched", "assigned", "signed", "inProgress", "awaitingVisit"];

    private static readonly Dictionary<string, string[]> _from = new()
    {
        ["CaseHeld"] = ["received", "held"],
        ["FindingsDecided"] = ["received", "held"],
        ["CaseAccepted"] = ["received", "held", "accepted"],
        ["CaseDeclined"] = ["received", "held"],
        ["DetailsCompleted"] = [.. _atDesk, "held"],
        ["CaseTriaged"] = _atDesk,
        ["CaseDispatched"] = ["accepted", "triaged", "returned"],
        ["UnitAttached"] = ["dispatched", "signed", "inProgress"],
        ["AssistFinished"] = ["dispatched", "assigned", "signed", "inProgress"],
        ["CaseSigned"] = ["dispatched"],
        ["CaseReturned"] = ["dispatched", "signed"],
        ["ReturnReviewed"] = ["returned"],
        ["CitizenContacted"] = ["signed", "inProgress", "assigned"],
        ["CaseReplied"] = ["accepted", "triaged", "signed", "inProgress", "assigned"],
        ["VisitRecorded"] = ["awaitingVisit"],
        ["RedoOrdered"] = ["awaitingVisit"],
        ["CaseClosed"] = _open,
        ["AppealLodged"] = ["declined"],
        ["CaseReopened"] = ["declined", "held", "closed"],
        ["CaseWithdrawn"] = _open,
        ["OfferMade"] = ["accepted", "triaged"],
        ["OfferAccepted"] = ["offered"],
        ["OfferDeclined"] = ["offered"],
        ["OfferExpired"] = ["offered"],
        ["OffersExhausted"] = ["accepted", "triaged"],
        ["ServiceDone"] = ["assigned"],
        ["DeadlineApproached"] = _open,
        ["DeadlineMoved"] = _open,
        ["DeadlineMissed"] = _open,
        ["SupervisionOpened"] = _open,
        ["SupervisionAnswered"] = _open,
    };

    /// <summary>Every event name known here.</summary>
    public static IEnumerable<string> Events => _from.Keys;

    /// <summary>The first entry that must not stand where it stands; null when all may.</summary>
    public static FoundEvent? FirstIllegal(IReadOnlyList<FoundEvent> events)
    {
        if (events[0].Type != "CaseReceived")
        {
            return events[0];
        }

        return events.Skip(1).Zip(events).Where(pair => !May(pair.First.Type, pair.Second.Status)).Select(pair => pair.First).FirstOrDefault();
    }

    private static bool May(string type, string before) => _from.TryGetValue(type, out var statuses) && statuses.Contains(before);
}
