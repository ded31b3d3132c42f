using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>职能交叉, not ruled on yet.</summary>
/// <param name="Units">Units in dispute; each may give its statement.</param>
/// <param name="Body">督察机构 that rules besides the hotline's supervisors; null when it is in dispute itself.</param>
public sealed record Dispute(IReadOnlyList<UnitRef> Units, UnitRef? Body, DateTimeOffset OpenedAt)
{
    /// <summary>Every unit that has a part in it.</summary>
    public IEnumerable<UnitRef> Parties() => Body is { } body ? Units.Append(body) : Units;
}

/// <summary>The matters for which a ruling makes a routing rule.</summary>
/// <param name="Category">A category of the city's tree, or the beginning of one.</param>
/// <param name="Area">Area code; null: anywhere.</param>
/// <param name="From">First local day on which the rule holds.</param>
/// <param name="Until">Last local day; null: until it is rolled back, or another ruling takes its place.</param>
public sealed record RulingScope(string Category, string? Area, DateOnly From, DateOnly? Until);

/// <summary>The ruling by which a unit is in charge, as it is cited.</summary>
/// <param name="Number">Number of the case in which it was given.</param>
/// <param name="At">When it was given.</param>
public sealed record RulingCitation(string Number, DateTimeOffset At, string Reasons);
