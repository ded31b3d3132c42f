using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Insight.Searching;

/// <summary>What is searched for.</summary>
/// <param name="Words">Number, phone or text.</param>
/// <param name="Category">A category or the beginning of one: <c>utilities</c> finds <c>utilities.water</c>.</param>
/// <param name="Unit">Unit that leads or assists.</param>
/// <param name="From">First day of receipt, in the city's calendar.</param>
/// <param name="To">Last day of receipt.</param>
internal sealed record SearchQuestion(
    SearchWords Words, CaseKind? Kind, CaseStatus? Status, string? Category, UnitRef? Unit, DateOnly? From, DateOnly? To)
{
    /// <summary>Neither a word nor a filter was given.</summary>
    public bool Empty => Words.None && (Kind, Status, Category, Unit, From, To) is (null, null, null, null, null, null);
}
