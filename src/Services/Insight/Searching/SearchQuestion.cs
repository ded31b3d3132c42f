using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;

namespace Hotline.Insight.Searching;

/// <summary>What is searched for.</summary>
/// <param name="Words">Number, phone or text.</param>
internal sealed record SearchQuestion(SearchWords Words, CaseStatus? Status, CaseFilter Filter)
{
    private static readonly CaseFilter None = new();

    /// <summary>Neither a word nor a filter was given.</summary>
    public bool Empty => Words.None && Status is null && Filter == None;
}
