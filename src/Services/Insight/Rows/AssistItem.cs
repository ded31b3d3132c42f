using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Projecting;

namespace Hotline.Insight.Rows;

/// <summary>Help that a unit owes, or has given.</summary>
/// <param name="Since">When it was asked for.</param>
/// <param name="DoneAt">When the unit reported it done; absent while it is owed.</param>
/// <param name="DueAt">When it is due; absent once it is done, and while the case waits.</param>
/// <param name="Overdue">It is owed and its time has passed.</param>
/// <param name="SupervisionLevel">督办 of this level waits for the unit's answer; absent when none does.</param>
public sealed record AssistItem(UnitRef Unit, DateTimeOffset Since, DateTimeOffset? DoneAt, DateTimeOffset? DueAt, bool Overdue, int? SupervisionLevel)
{
    /// <param name="assists">What the case says of help, as JSON; null when it says nothing.</param>
    /// <param name="clocks">What was noted of its clocks, as JSON.</param>
    /// <param name="waits">No clock runs.</param>
    internal static IReadOnlyList<AssistItem>? Of(string? assists, string? clocks, bool waits)
    {
        if (assists is null)
            return null;
        var notes = JsonSerializer.Deserialize<Dictionary<string, ClockNote>>(clocks ?? "{}", CaseJson.Options)!;
        return
        [
            .. JsonSerializer.Deserialize<AssistRow[]>(assists, CaseJson.Options)!
                .Select(one => Of(one, notes.GetValueOrDefault(ClockNote.NameOf("assist", one.Unit)), waits)),
        ];
    }

    // A note from before it was asked for (again) tells of an earlier clock.
    private static AssistItem Of(AssistRow one, ClockNote? note, bool waits)
    {
        var told = one.DoneAt is null && note?.Version > one.SinceVersion ? note : null;
        var due = told is null ? one.ExpectedAt : new DateTimeOffset(told.DueAt, TimeSpan.Zero);
        return new(one.Unit, one.Since, one.DoneAt, waits ? null : due, told is { Missed: true }, one.Supervision);
    }
}
