using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hotline.Cities.Articles;

/// <summary>The articles the city starts with.</summary>
public sealed class ArticleBook
{
    private readonly FrozenDictionary<string, KnowledgeArticle> _byCode;

    internal ArticleBook(IEnumerable<KnowledgeArticle> articles)
    {
        All = [.. articles];
        _byCode = All.ToFrozenDictionary(article => article.Code);
    }

    public ImmutableArray<KnowledgeArticle> All { get; }

    public KnowledgeArticle? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>Articles on a leaf category that may be cited on a local day.</summary>
    public IEnumerable<KnowledgeArticle> On(string category, DateOnly day) =>
        All.Where(article => article.IsEffective(day) && article.Categories.Contains(category));
}
