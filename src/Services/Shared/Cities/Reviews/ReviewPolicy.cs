using System.Collections.Immutable;
using Hotline.Cities.Categories;
using Hotline.Cities.Clusters;
using Hotline.Cities.Screening;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Reviews;

/// <summary>Which answers of departments are reviewed before the citizen gets them, and what rules look at. The reviewer decides.</summary>
/// <param name="Always">Categories (and what lies below them) whose answers are always reviewed.</param>
/// <param name="Proof">Categories whose answers need a file that shows what was done.</param>
/// <param name="ShortestAnswer">Signs below which an answer cannot be complete.</param>
/// <param name="Reasons">Words that give a reason: what was found, done or decided, and on what ground.</param>
/// <param name="Relevance">Share of the matter's pairs of signs (or words) that the answer has to take up, 0 to 1.</param>
public sealed record ReviewPolicy(
    ImmutableArray<string> Always, ImmutableArray<string> Proof, int ShortestAnswer, WordList Reasons, double Relevance)
{
    /// <summary>Whether answers of a category are always reviewed.</summary>
    public bool IsAlwaysReviewed(string? category) => Always.Any(one => CategoryTree.IsUnder(category, one));

    /// <summary>What is wrong with an answer.</summary>
    /// <param name="matter">Title and text of the case.</param>
    /// <param name="files">Files the unit has added.</param>
    public ImmutableArray<AnswerFault> Check(string? category, string matter, string answer, int files)
    {
        var faults = ImmutableArray.CreateBuilder<AnswerFault>();
        if (Relevance > 0 && TakenUp(matter, answer) < Relevance)
            faults.Add(AnswerFault.Relevance);
        if (answer.Count(char.IsLetterOrDigit) < ShortestAnswer)
            faults.Add(AnswerFault.Completeness);
        if (Reasons.In(answer).IsEmpty)
            faults.Add(AnswerFault.Explanation);
        if (files == 0 && Proof.Any(one => CategoryTree.IsUnder(category, one)))
            faults.Add(AnswerFault.Proof);
        return faults.ToImmutable();
    }

    // How much of what an answer says is taken from the matter, 0 to 1.
    private static double TakenUp(string matter, string answer)
    {
        var asked = Terms.Of(matter).Where(Terms.IsTelling).ToHashSet(StringComparer.Ordinal);
        var said = Terms.Of(answer).Where(Terms.IsTelling).ToList();
        return said.Count == 0 ? 0 : (double)said.Count(asked.Contains) / Math.Min(said.Count, Math.Max(1, asked.Count));
    }
}
