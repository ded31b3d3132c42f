using System.Collections.Immutable;

namespace Hotline.Cities.Offers;

/// <summary>How a merchant is chosen and what its credit does. Time-outs of offers are those of the clock policy.</summary>
/// <param name="RoundsBeforePublishing">Merchants asked one by one before the case is published to every qualified one (揭榜).</param>
/// <param name="MaxOpenJobs">A merchant with that many open jobs gets no offer.</param>
/// <param name="ReachKilometers">The distance at which nearness counts nothing any more.</param>
/// <param name="FairnessHours">Offers of that many hours back count for fairness.</param>
public sealed record OfferPolicy(
    int RoundsBeforePublishing, int MaxOpenJobs, double ReachKilometers, int FairnessHours, OfferWeights Weights, CreditPolicy Credit);

/// <summary>Share of each reason in the score of a merchant; together 1.</summary>
public sealed record OfferWeights(double Credit, double Distance, double Load, double Satisfaction, double Fairness);

/// <summary>Why a merchant's credit moves.</summary>
public enum CreditCause
{
    OfferAccepted,
    OfferDeclined,
    OfferExpired,
    ArrivedInTime,
    ArrivedLate,
    PriceKept,
    PriceExceeded,
    CitizenSatisfied,
    CitizenDissatisfied,
    ComplaintUpheld,
    AppealUpheld,
}

/// <summary>Points of a merchant: limits, moves, and the thresholds below which it is warned, suspended, expelled.</summary>
public sealed record CreditPolicy(
    int Highest, int WarnedBelow, int SuspendedBelow, int ExpelledBelow, ImmutableDictionary<CreditCause, int> Moves)
{
    /// <summary>Points after a move, within 0 and <see cref="Highest"/>.</summary>
    public int After(int points, CreditCause cause) => Math.Clamp(points + Moves[cause], 0, Highest);
}
