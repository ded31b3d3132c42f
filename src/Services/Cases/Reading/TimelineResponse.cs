using System.Text.Json;
using Hotline.Ledger.Appending;

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
    private static readonly HashSet<string> Repeated = ["caseId", "number", "version", "at", "actor", "case", "fingerprint", "submitter"];

    internal static TimelineEntry Of(LedgerRow row, CaseResponse reader, bool staff)
    {
        using var document = JsonDocument.Parse(row.Data);
        var facts = document.RootElement.EnumerateObject()
            .Where(property => !Repeated.Contains(property.Name) && MayShow(property.Name, reader))
            .ToDictionary(property => property.Name, property => property.Value.Clone());
        return new TimelineEntry(row.Version, row.Type, row.At, staff ? row.Actor : row.Actor.Split(':')[0], facts);
    }

    // What a sealed matter is about stays with its lane; that something happened does not.
    private static bool MayShow(string property, CaseResponse reader) =>
        !reader.Sealed || reader.Text != "***" || property is not ("text" or "answer" or "reason" or "reasons" or "ruling" or "explanation" or "note" or "comment");
}
