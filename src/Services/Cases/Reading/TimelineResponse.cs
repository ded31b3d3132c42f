using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Appending;
using Hotline.Ledger.Erasing;

namespace Hotline.Cases.Reading;

/// <summary>The record of a case.</summary>
/// <param name="Intact">The hash chain over all entries holds: nothing was changed or removed.</param>
public sealed record TimelineResponse(string Number, bool Intact, IReadOnlyList<TimelineEntry> Entries);

/// <summary>One entry.</summary>
/// <param name="Event">Type of the event, e.g. <c>CaseDispatched</c>.</param>
/// <param name="Actor">Who: <c>role:subject</c>; only the role for readers outside of the staff.</param>
/// <param name="Facts">What the event tells, without what every event repeats.</param>
public sealed record TimelineEntry(int Version, string Event, DateTimeOffset At, string Actor, IReadOnlyDictionary<string, JsonElement> Facts)
{
    // What the desk and the unit settle between themselves: a citizen sees that it happened.
    private static readonly HashSet<string> Inside =
    [
        nameof(CaseHeld), nameof(FindingsDecided), nameof(CaseAccepted), nameof(CaseTriaged), nameof(CaseDispatched), nameof(CaseRecategorized), nameof(CaseReturned), nameof(ReturnReviewed),
        nameof(DisputeOpened), nameof(StatementGiven), nameof(RulingGiven), nameof(CaseTakenBack), nameof(CaseTransferred), nameof(UnitAttached),
        nameof(ExtensionAsked), nameof(ExtensionRefused), nameof(AnswerSubmitted), nameof(ReworkOrdered), nameof(SupervisionOpened), nameof(SupervisionAnswered),
    ];

    private static readonly Dictionary<string, JsonElement> Nothing = [];

    private static readonly HashSet<string> Repeated = ["caseId", "number", "version", "at", "actor", "case", "fingerprint", "submitter"];

    // What was said in a sealed matter stays in its lane; that something happened does not.
    internal static TimelineEntry Of(LedgerRow row, bool open, bool staff, bool citizen)
    {
        if (citizen && Inside.Contains(row.Type))
            return new TimelineEntry(row.Version, row.Type, row.At, RoleOf(row.Actor), Nothing);
        using var document = JsonDocument.Parse(open ? row.Data : Wording.Erase(row.Type, row.Data));
        return new TimelineEntry(row.Version, row.Type, row.At, staff ? row.Actor : RoleOf(row.Actor), FactsOf(document.RootElement));
    }

    /// <summary>An entry as its citizen may have it.</summary>
    internal static TimelineEntry Of(CaseEvent happened) => new(
        happened.Version,
        CaseEventTypes.NameOf(happened.GetType()),
        happened.At,
        RoleOf(happened.Actor),
        Inside.Contains(happened.GetType().Name) ? Nothing : FactsOf(JsonSerializer.SerializeToElement(happened, happened.GetType(), CaseJson.Options)));

    private static string RoleOf(string actor) => actor.Split(':')[0];

    private static Dictionary<string, JsonElement> FactsOf(JsonElement happened) => happened.EnumerateObject()
        .Where(property => !Repeated.Contains(property.Name))
        .ToDictionary(property => property.Name, property => property.Value.Clone());
}
