using Hotline.Contracts.Cases;
using Hotline.Feedback.Visits;

namespace Hotline.Feedback.Crediting;

/// <summary>What citizens say about a unit.</summary>
/// <param name="Name">Name of the unit in the reader's language.</param>
/// <param name="Figure">All of it in figures.</param>
/// <param name="Entries">The newest entries behind the figures.</param>
/// <param name="Next">Cursor of older entries; absent when there are none.</param>
public sealed record UnitCreditView(string Unit, string Name, CreditFigure Figure, IReadOnlyList<CreditEntryView> Entries, string? Next);

/// <summary>满意率 and 解决率 by their public definitions. Cases withdrawn, out of power, declined or merged are not counted.</summary>
/// <param name="Answered">Visits in which the citizen said how satisfied they are.</param>
/// <param name="Satisfied">Those of them that count as satisfied by the city's policy.</param>
/// <param name="SatisfactionRate">Their share, 0–1; absent while nobody answered.</param>
/// <param name="SolvedAnswered">Visits in which the citizen said whether the matter was solved.</param>
/// <param name="Solved">Those who said yes.</param>
/// <param name="SolutionRate">Their share, 0–1; absent while nobody answered.</param>
/// <param name="AtFault">Dissatisfied through the unit's fault.</param>
/// <param name="Redos">Orders to do it again.</param>
public sealed record CreditFigure(
    long Answered, long Satisfied, double? SatisfactionRate, long SolvedAnswered, long Solved, double? SolutionRate, long AtFault, long Redos);

/// <summary>One answered visit.</summary>
/// <param name="Counted">False when the case's outcome keeps it out of the figures.</param>
public sealed record CreditEntryView(
    string Number, DateTimeOffset At, CreditCause Cause, Satisfaction? Satisfaction, bool? Solved, bool UnitAtFault, string? Reason, bool Counted);
