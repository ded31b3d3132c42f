using System.Collections.Frozen;
using System.Collections.Immutable;
using Hotline.Cities.Categories;

namespace Hotline.Cities.Experts;

/// <summary>Expert teams and their members.</summary>
public sealed class ExpertBook
{
    private readonly FrozenDictionary<string, Expert> _byCode;

    internal ExpertBook(IEnumerable<ExpertTeam> teams, IEnumerable<Expert> experts)
    {
        Teams = [.. teams];
        All = [.. experts];
        _byCode = All.ToFrozenDictionary(expert => expert.Code);
    }

    public ImmutableArray<Expert> All { get; }

    public ImmutableArray<ExpertTeam> Teams { get; }

    public Expert? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>Everybody who answers questions of a category, on duty or not.</summary>
    public IEnumerable<Expert> Answering(string category) => All.Where(expert => expert.Answers(category));

    /// <summary>Whether questions of a category are confidential (psychology, doctors).</summary>
    public bool IsSealed(string? category) =>
        category is not null && Teams.Any(team => team.Sealed && team.Trades.Any(trade => CategoryTree.IsUnder(category, trade)));
}
