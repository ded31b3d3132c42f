using Hotline.Cases.CaseFiles;
using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Ledger.Appending;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Reading;

/// <summary>What the desk and the units have written down among themselves, in order.</summary>
public sealed record RecordsResponse(string Number, IReadOnlyList<RecordEntry> Records);

/// <summary>One internal record. Nothing of it ever gets to the citizen, over the bus, or into the timeline.</summary>
/// <param name="Version">Version of the case that it belongs to, as in the timeline.</param>
/// <param name="Event">What was done, e.g. <c>ProgressNoted</c>.</param>
/// <param name="Actor">Who wrote it: <c>role:subject</c>; only the role for readers outside of the staff.</param>
/// <param name="Unit">Unit that wrote it, or (of <c>UnitAttached</c>) that is asked for something; absent for the hotline's desk.</param>
/// <param name="Record">The words, with phone and identity numbers masked.</param>
public sealed record RecordEntry(int Version, string Event, DateTimeOffset At, string Actor, UnitRef? Unit, string Record);

/// <summary>Who may read them, and how.</summary>
internal static class Records
{
    /// <summary>Staff, and the units that lead or assist; of a sealed matter whoever may open it.</summary>
    public static bool MayRead(CaseSummary summary, Caller caller) => CaseResponse.MayOpen(summary, caller)
        && (caller.Is(Role.Operator | Role.Supervisor | Role.Administrator | Role.Auditor)
            || Permissions.UnitOf(caller.Roles, caller.Unit) is { } unit && (unit == summary.Lead || summary.Assisting.Contains(unit)));

    /// <summary>The records among the events of a case, masked.</summary>
    public static IEnumerable<RecordEntry> Masked(IReadOnlyList<RecordedEvent> events, Caller reader)
    {
        var citizen = events[0].Event.Secrets;
        var hide = events[0].Event.Case.Citizen.HideIdentity;
        var isStaff = reader.Is(Role.Operator | Role.Supervisor | Role.Administrator | Role.Auditor);
        return InClear(events).Select(one => one with
        {
            Actor = isStaff ? one.Actor : one.Actor.Split(':')[0],
            Record = Masking.Text(one.Record, citizen?.Name, citizen?.Phone, hide && !isStaff),
        });
    }

    /// <summary>The same as they were written.</summary>
    public static IEnumerable<RecordEntry> InClear(IReadOnlyList<RecordedEvent> events) => events.Select(recorded => recorded.Event)
        .Where(happened => happened.Secrets?.Record is not null)
        .Select(happened => new RecordEntry(
            happened.Version, CaseEventTypes.NameOf(happened.GetType()), happened.At, happened.Actor, UnitOf(happened), happened.Secrets!.Record!));

    private static UnitRef? UnitOf(CaseEvent happened) => happened switch
    {
        UnitAttached one => one.Unit,
        AssistFinished one => one.Unit,
        CitizenContacted one => one.Unit,
        ProgressNoted one => one.By,
        CasePaused one => one.By,
        CaseResumed one => one.By,
        AnswerSubmitted one => one.By,
        CaseReplied one => one.By,
        SupervisionAnswered one => one.By,
        _ => null,
    };
}
