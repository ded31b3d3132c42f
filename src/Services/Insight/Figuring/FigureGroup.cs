using System.Text.Json.Serialization;
using Hotline.Insight.Rows;

namespace Hotline.Insight.Figuring;

/// <summary>The figures of a group of cases.</summary>
public sealed record FigureGroup
{
    /// <summary>What the cases have in common: a unit, a category, a line, or the first day of the period; absent for everything, and for cases
    /// without a category.</summary>
    public string? Key { get; init; }

    /// <summary>Every case received.</summary>
    public required long Cases { get; init; }

    /// <summary>Those left out of all four figures.</summary>
    public required Exclusions Excluded { get; init; }

    /// <summary>办结率.</summary>
    public required Ratio Completion { get; init; }

    /// <summary>满意率.</summary>
    public required Ratio Satisfaction { get; init; }

    /// <summary>响应率.</summary>
    public required Ratio Response { get; init; }

    /// <summary>解决率.</summary>
    public required Ratio Solution { get; init; }

    internal static FigureGroup Of(string? key, Counts counts, IEnumerable<(ExclusionCause Cause, long Cases)> causes, FigureQuestion question)
    {
        var byCause = causes.ToDictionary(cause => Words<ExclusionCause>.Write(cause.Cause), cause => cause.Cases, StringComparer.Ordinal);
        return new FigureGroup
        {
            Key = key,
            Cases = counts.Cases,
            Excluded = new Exclusions(byCause.Values.Sum(), byCause, question.Address(FigureName.Completion) + "&part=excluded"),
            Completion = new Ratio(counts.Closed, counts.Closed + counts.Due, counts.CompletionRate, question.Address(FigureName.Completion)),
            Satisfaction = new Ratio(counts.Satisfied, counts.VisitsAnswered, counts.SatisfactionRate, question.Address(FigureName.Satisfaction)),
            Response = new Ratio(counts.ContactsInTime, counts.ContactsDue, counts.ResponseRate, question.Address(FigureName.Response)),
            Solution = new Ratio(counts.Solved, counts.SolutionsAnswered, counts.SolutionRate, question.Address(FigureName.Solution)),
        };
    }
}

/// <summary>A figure with what it is made of.</summary>
/// <param name="Rate">Between 0 and 1; null while there is nothing to take a rate of.</param>
/// <param name="Opens">Where it opens down to its cases: add <c>&amp;part=numerator</c> or <c>&amp;part=denominator</c>.</param>
public sealed record Ratio(
    long Numerator, long Denominator, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Rate, string Opens);

/// <summary>What the figures leave out.</summary>
/// <param name="Total">All of it.</param>
/// <param name="ByCause">The same by cause; causes that did not occur are absent.</param>
/// <param name="Opens">Where it opens down to its cases: add <c>&amp;cause=…</c> for those of one cause.</param>
public sealed record Exclusions(long Total, IReadOnlyDictionary<string, long> ByCause, string Opens);

/// <summary>Figures told apart by something, or of everything asked about as one group.</summary>
public sealed record FigureBreakdown(IReadOnlyList<FigureGroup> Groups);
