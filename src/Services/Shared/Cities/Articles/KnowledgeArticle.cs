using System.Collections.Immutable;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Articles;

/// <summary>What the city knows about a question, and who answers for it being true.</summary>
/// <param name="Categories">Leaf categories it answers.</param>
/// <param name="Owner">The unit that keeps it right.</param>
/// <param name="Effective">First local day on which it may be cited.</param>
/// <param name="Expires">Last local day; null: until revoked.</param>
public sealed record KnowledgeArticle(
    string Code,
    int Version,
    ImmutableArray<string> Categories,
    UnitRef Owner,
    DateOnly Effective,
    DateOnly? Expires,
    ImmutableArray<string> KeywordsZh,
    ImmutableArray<string> KeywordsEn,
    LocalText Title,
    LocalText Body)
{
    public bool IsEffective(DateOnly day) => Effective <= day && (Expires is null || day <= Expires);
}
