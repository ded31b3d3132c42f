using System.Collections.Frozen;

namespace Hotline.Insight.Listing;

/// <summary>A list people work from.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Condition">Which rows it holds, over <c>insight.case_row r</c>.</param>
internal sealed record Worklist(string Name, string Condition)
{
    private const string Open = "r.desk is not null";

    /// <summary>What waits for the caller: the cases of the own unit, or those the person last worked on.</summary>
    public static Worklist Mine { get; } = new("mine", Open);

    /// <summary>Every list, in the order a day's work has.</summary>
    public static IReadOnlyList<Worklist> All { get; } =
    [
        // Taken in, not yet looked at.
        OfDesk("to-screen"),
        // Accepted efficiency cases and consultations: check the facts, or answer at once.
        OfDesk("to-triage"),
        // Triaged, returned, or no merchant left to ask.
        OfDesk("to-dispatch"),
        OfDesk("to-sign"),
        OfDesk("to-handle"),
        // Answered or done: call the citizen back.
        OfDesk("to-visit"),
        new("overdue", $"{Open} and r.overdue"),
        new("due-soon", $"{Open} and not r.overdue and r.due_at < 'infinity'"),
        new("open", Open),
        Mine,
    ];

    private static readonly FrozenDictionary<string, Worklist> ByName = All.ToFrozenDictionary(list => list.Name, StringComparer.Ordinal);

    public static Worklist? Find(string name) => ByName.GetValueOrDefault(name);

    private static Worklist OfDesk(string name) => new(name, $"{Open} and r.desk = '{name}'");
}
