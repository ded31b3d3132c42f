using System.Collections.Immutable;

namespace Hotline.Cities.Categories;

/// <summary>A leaf that a text seems to be about, and the words that say so.</summary>
public sealed record CategoryMatch(Category Category, ImmutableArray<string> Keywords);
