using System.Collections.Immutable;
using Hotline.Cities.Categories;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Experts;

/// <summary>专家团队: the people of one trade.</summary>
/// <param name="Trades">Categories (or beginnings of them) the team answers for.</param>
/// <param name="Sealed">A confidential lane: titles, texts and contacts are seen by its experts and supervisor only.</param>
public sealed record ExpertTeam(string Code, LocalText Name, ImmutableArray<string> Trades, bool Sealed);

/// <summary>Somebody who knows.</summary>
/// <param name="Trades">Narrower than the team's; empty: all of the team's.</param>
/// <param name="Capacity">Consultations open at the same time.</param>
public sealed record Expert(
    string Code, LocalText Name, LocalText Title, ExpertTeam Team, ImmutableArray<string> Trades, WeeklyHours Duty, int Capacity)
{
    public UnitRef Unit => UnitRef.Expert(Code);

    public bool Sealed => Team.Sealed;

    public bool Answers(string category) =>
        (Trades.IsEmpty ? Team.Trades : Trades).Any(trade => CategoryTree.IsUnder(category, trade));
}
