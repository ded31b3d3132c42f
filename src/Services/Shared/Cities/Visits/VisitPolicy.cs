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
/// <param name="AppealDays">Days after a refusal in which the citizen may ask for a review.</param>
/// <param name="KeepNoticesDays">How long a channel can fetch what its citizens are to be told.</param>
/// <param name="SatisfiedFrom">The worst answer that still counts as satisfied.</param>
/// <param name="Link">How citizens answer without a call.</param>
/// <param name="Reasons">Reasons for dissatisfaction.</param>
public sealed record VisitPolicy(
    int Attempts,
    int HoursBetweenAttempts,
    int RedoLimit,
    int ReopenDays,
    int AppealDays,
    int KeepNoticesDays,
    Satisfaction SatisfiedFrom,
    LinkPolicy Link,
    ImmutableArray<VisitReason> Reasons)
{
    public VisitReason? Find(string? code) => Reasons.FirstOrDefault(reason => reason.Code == code);

    /// <summary>Whether an answer counts as satisfied in the figures; answers are ordered best first.</summary>
    public bool IsSatisfied(Satisfaction answer) => answer <= SatisfiedFrom;

    /// <summary>Whoever is not helped, or not satisfied, is asked why.</summary>
    public bool WantsReason(bool? solved, Satisfaction? satisfied) => solved == false || satisfied is { } answer && !IsSatisfied(answer);
}

/// <summary>The link with a one-time code that a citizen gets with a notice.</summary>
/// <param name="Address">Page of the city that answers links; <c>{token}</c> stands for the token of the link.</param>
/// <param name="Days">How long the questions of a return visit can be answered by it.</param>
/// <param name="CodeTries">Wrong codes after which a link is dead.</param>
public sealed record LinkPolicy(string Address, int Days, int CodeTries)
{
    internal const string Token = "{token}";

    /// <summary>The address a citizen opens.</summary>
    public string With(string token) => Address.Replace(Token, token, StringComparison.Ordinal);
}
