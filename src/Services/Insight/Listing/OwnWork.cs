using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Listing;

/// <summary>Which lists are whose work. Others may be read as well, but nobody is expected to look at them every day.</summary>
/// <param name="supervisionBody">督察机构: the docket is its own work.</param>
internal sealed class OwnWork(UnitRef supervisionBody)
{
    private static readonly (Role Role, string[] Lists)[] ByRole =
    [
        (Role.Operator, ["to-screen", "to-triage", "to-dispatch", "to-visit", "mine"]),
        (Role.Supervisor, ["docket", "to-review", "supervised", "overdue", "due-soon"]),
        (Role.Officer | Role.Department, ["supervised", "to-sign", "to-handle", "to-assist", "overdue", "due-soon"]),
        (Role.Merchant | Role.Expert, ["to-handle", "overdue", "due-soon"]),
        (Role.Auditor, ["overdue"]),
    ];

    /// <summary>Names of the lists, in the order the work has; whoever is several things has the lists of all of them.</summary>
    public IReadOnlyList<string> Of(Caller caller)
    {
        IEnumerable<string> first = caller.Unit == supervisionBody ? ["docket"] : [];
        return [.. first.Concat(ByRole.Where(work => caller.Is(work.Role)).SelectMany(work => work.Lists)).Distinct(StringComparer.Ordinal)];
    }
}
