using System.Collections.Immutable;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Departments;

/// <summary>A department, utility or committee that handles efficiency cases.</summary>
/// <param name="Duties">What it is in charge of, in a sentence.</param>
/// <param name="Areas">Area codes it answers for; empty: the whole city.</param>
/// <param name="IsSupervisionBody">督察机构: rules on overlapping duties.</param>
public sealed record Department(string Code, LocalText Name, LocalText Duties, ImmutableArray<string> Areas, bool IsSupervisionBody)
{
    public UnitRef Unit => UnitRef.Department(Code);

    public bool CoversArea(string? area) => Areas.IsEmpty || (area is not null && Areas.Contains(area));
}
