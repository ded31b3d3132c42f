using System.Collections.Immutable;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Categories;

/// <summary>A node of the category tree. Its code holds its parents: <c>home.water.burst-pipe</c>.</summary>
/// <param name="Type">Used when the citizen or the operator names none.</param>
/// <param name="Urgency">Used until somebody has judged the matter.</param>
/// <param name="KeywordsZh">Words by which a text is recognized.</param>
/// <param name="IsLeaf">Only leaves are given to cases.</param>
public sealed record Category(
    string Code,
    LocalText Name,
    CaseKind Kind,
    CaseType Type,
    Urgency Urgency,
    ImmutableArray<string> KeywordsZh,
    ImmutableArray<string> KeywordsEn,
    LocalText Description,
    bool IsLeaf)
{
    public int Level => Code.Count(c => c == '.') + 1;

    public string? Parent => Code.LastIndexOf('.') is var dot and > 0 ? Code[..dot] : null;
}
