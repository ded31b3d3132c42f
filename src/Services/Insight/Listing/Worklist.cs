using System.Collections.Frozen;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;

namespace Hotline.Insight.Listing;

/// <summary>A list people work from.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Condition">Which rows it holds, over <c>insight.case_row r</c>.</param>
/// <param name="Holds">The same of a row that was read.</param>
internal sealed record Worklist(string Name, string Condition, Predicate<CaseRow> Holds)
{
    private const string IsOpen = "r.desk is not null";

    /// <summary>The units whose work a case on this list is, as an array in SQL and of a row that was read; null: of everybody with a part in it.</summary>
    public (string Sql, Func<CaseRow, IEnumerable<UnitRef>> Of)? Owners { get; private init; }

    /// <summary>When the work on this list is due, in SQL that is told the unit (<c>''</c>: all); by default that of the case itself.</summary>
    public Func<string, ListClock> Clock { get; private init; } = _ => ListClock.OfCase;

    /// <summary>Whether a row is on the list as a unit sees it, or (null) the whole city.</summary>
    public bool Shows(CaseRow row, UnitRef? unit) => Holds(row) && (unit is not { } one || Owners is not { } owners || owners.Of(row).Contains(one));

    /// <summary>What waits for the caller: the cases of the own unit, or those the person last worked on.</summary>
    public static Worklist Mine { get; } = new("mine", IsOpen, row => row.Desk is not null);

    /// <summary>A clock that still runs was missed.</summary>
    public static Worklist Overdue { get; } = new("overdue", $"{IsOpen} and r.overdue", row => row is { Desk: not null, Full.Overdue: true });

    /// <summary>A clock that still runs comes near its end.</summary>
    public static Worklist DueSoon { get; } = new(
        "due-soon", $"{IsOpen} and not r.overdue and r.due_at < 'infinity'", row => row is { Desk: not null, Near: true, Full.Overdue: false });

    /// <summary>督办: a supervision waits for an answer of whoever leads the case, or owes help with it; of the hotline itself where nobody does.</summary>
    public static Worklist Supervised { get; } = new(
        "supervised", $"{IsOpen} and (r.supervision_level is not null or r.supervised_units <> '{{}}')",
        row => row.Desk is not null && (row.Full.SupervisionLevel is not null || SupervisedUnits(row).Any()))
    {
        Owners = ("(case when r.supervision_level is not null then r.lead || r.disputing else '{}' end || r.supervised_units)",
            row => (row.Full.SupervisionLevel is null ? [] : row.Full.Lead is { } lead ? row.Disputing.Prepend(lead) : row.Disputing).Concat(SupervisedUnits(row))),
    };

    /// <summary>协办: units owe help.</summary>
    public static Worklist ToAssist { get; } = new("to-assist", $"{IsOpen} and r.owing <> '{{}}'", row => row.Desk is not null && Owing(row).Any())
    {
        Owners = ("r.owing", Owing),
        // Nobody is measured by the time of another.
        Clock = unit => new ListClock(
            HelpDue(unit), HelpExpected(unit), $"least({HelpDue(unit)}, {HelpExpected(unit)})", $"insight.help_overdue(r.clocks, r.assists, r.paused_at, {unit})"),
    };

    public static Worklist Open { get; } = new("open", IsOpen, row => row.Desk is not null);

    /// <summary>Every list, in the order a day's work has.</summary>
    public static IReadOnlyList<Worklist> All { get; } =
    [
        // Taken in, not yet looked at, or held by a finding.
        OfDesk("to-screen"),
        // Accepted efficiency cases and consultations: check the facts, or answer at once.
        OfDesk("to-triage"),
        // Triaged, returned, or no merchant left to ask.
        OfDesk("to-dispatch"),
        // Units disagree whose case it is: a ruling is needed.
        OfDesk("docket"),
        OfDesk("to-sign"),
        OfDesk("to-handle"),
        // Answered by the unit: somebody has to look at the answer before the citizen gets it.
        OfDesk("to-review"),
        // Answered or done: call the citizen back.
        OfDesk("to-visit"),
        ToAssist,
        Supervised,
        Overdue,
        DueSoon,
        Open,
        Mine,
    ];

    /// <summary>The names of all, for people to read.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(list => list.Name));

    private static readonly FrozenDictionary<string, Worklist> ByName = All.ToFrozenDictionary(list => list.Name, StringComparer.Ordinal);

    public static Worklist? Find(string name) => ByName.GetValueOrDefault(name);

    private static string HelpDue(string unit) => $"insight.help_due(r.clocks, r.assists, r.paused_at, {unit})";

    private static string HelpExpected(string unit) => $"insight.help_expected(r.assists, r.paused_at, {unit})";

    private static IEnumerable<UnitRef> Owing(CaseRow row) => (row.Full.Assists ?? []).Where(one => one.DoneAt is null).Select(one => one.Unit);

    private static IEnumerable<UnitRef> SupervisedUnits(CaseRow row) => (row.Full.Assists ?? []).Where(one => one.SupervisionLevel is not null).Select(one => one.Unit);

    private static Worklist OfDesk(string name) => new(name, $"{IsOpen} and r.desk = '{name}'", row => row.Desk == name);
}
