using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Hotline.Cities.Screening;

namespace Hotline.Cities.Categories;

/// <summary>What cases can be about, three levels deep.</summary>
public sealed class CategoryTree
{
    private readonly FrozenDictionary<string, Category> _byCode;
    private readonly FrozenDictionary<string, ImmutableArray<Category>> _children;
    private readonly ImmutableArray<(Category Leaf, WordList Keywords)> _keywords;

    internal CategoryTree(IEnumerable<Category> categories)
    {
        All = [.. categories];
        Roots = [.. All.Where(category => category.Parent is null)];
        Leaves = [.. All.Where(category => category.IsLeaf)];
        _keywords = [.. Leaves.Select(leaf => (leaf, new WordList(leaf.KeywordsZh.Concat(leaf.KeywordsEn))))];
        _byCode = All.ToFrozenDictionary(category => category.Code);
        _children = All.Where(category => category.Parent is not null)
            .GroupBy(category => category.Parent!)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>In the order of the city's file.</summary>
    public ImmutableArray<Category> All { get; }

    public ImmutableArray<Category> Roots { get; }

    public ImmutableArray<Category> Leaves { get; }

    public Category? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    public bool Has([NotNullWhen(true)] string? code) => Find(code) is not null;

    public ImmutableArray<Category> ChildrenOf(string code) => _children.GetValueOrDefault(code, []);

    /// <summary>From the root down to the category itself.</summary>
    public IEnumerable<Category> PathOf(string code) =>
        Find(code) is not { } category ? [] : category.Parent is { } parent ? PathOf(parent).Append(category) : [category];

    /// <summary>
    /// Leaves whose keywords a text contains, the best first: an operator's proposal, and the guess for a case sent without a category.
    /// Longer keywords say more; among equals the leaf that comes first in the city's file.
    /// </summary>
    public IReadOnlyList<CategoryMatch> Match(string text)
    {
        var folded = WordList.Fold(text);
        return
        [
            .. _keywords.Select(one => new CategoryMatch(one.Leaf, one.Keywords.InFolded(folded)))
                .Where(match => !match.Keywords.IsEmpty)
                .OrderByDescending(match => match.Keywords.Sum(Weight)),
        ];
    }

    // A Chinese character says about as much as four Latin letters.
    private static int Weight(string keyword) => keyword.Sum(c => char.IsAscii(c) ? 1 : 4);

    /// <summary>Whether a category is the given one or lies below it. <c>*</c> stands for the whole tree.</summary>
    public static bool IsUnder(string? category, string ancestor) =>
        ancestor == "*"
        || (category is not null
            && category.StartsWith(ancestor, StringComparison.Ordinal)
            && (category.Length == ancestor.Length || category[ancestor.Length] == '.'));
}
