using System.Collections.Immutable;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Visits;

/// <summary>A reason for dissatisfaction an operator can choose.</summary>
/// <param name="UnitAtFault">True: a redo may follow, and the answer counts against the unit.</param>
public sealed record VisitReason(string Code, LocalText Name, bool UnitAtFault);

/// <summary>回访: how citizens are called back.</summary>
/// <param name="Attempts">Calls before a case is closed as not reached.</param>
/// <param name="HoursBetweenAttempts">At least that long between two calls.</param>
/// <param name="RedoLimit">重办 so often.</param>
/// <param name="ReopenDays">Days after closing in which the citizen may reopen.</param>
/// <param name="SatisfiedFrom">The worst answer that still counts as satisfied.</param>
/// <param name="Reasons">Reasons for dissatisfaction.</param>
public sealed record VisitPolicy(
    int Attempts, int HoursBetweenAttempts, int RedoLimit, int ReopenDays, Satisfaction SatisfiedFrom, ImmutableArray<VisitReason> Reasons)
{
    public VisitReason? Find(string? code) => Reasons.FirstOrDefault(reason => reason.Code == code);

    /// <summary>Whether an answer counts as satisfied in the figures; answers are ordered best first.</summary>
    public bool IsSatisfied(Satisfaction answer) => answer <= SatisfiedFrom;
}
