using Hotline.Cities;
using Hotline.Cities.Merchants;
using Hotline.Cities.Offers;
using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Offering;

/// <summary>A merchant that could be asked.</summary>
internal sealed record Candidate(Merchant Merchant, MerchantStanding Standing);

/// <summary>The score of a candidate and what made it; each part within 0 and 1, higher is better.</summary>
internal sealed record MerchantScore(Merchant Merchant, double Credit, double Distance, double Load, double Satisfaction, double Fairness, double Total);

/// <summary>Who is asked next. Pure.</summary>
internal static class MerchantChoice
{
    /// <summary>Those who may be asked, best first; equal scores by code, so that the same question has one answer.</summary>
    public static IReadOnlyList<MerchantScore> Rank(IEnumerable<Candidate> candidates, Coordinates? place, OfferPolicy policy) =>
        [.. candidates
            .Where(one => one.Standing.Available && one.Standing.OpenJobs < policy.MaxOpenJobs)
            .Select(one => Score(one, place, policy))
            .OrderByDescending(score => score.Total)
            .ThenBy(score => score.Merchant.Code, StringComparer.Ordinal)];

    private static MerchantScore Score(Candidate one, Coordinates? place, OfferPolicy policy)
    {
        var standing = one.Standing;
        var credit = (double)standing.Credit / policy.Credit.Highest;
        // Without a place nobody is nearer than another.
        var distance = place is null ? 0.5 : Math.Max(0, 1 - (place.Value.KilometersTo(one.Merchant.Place) / policy.ReachKilometers));
        var load = 1 - ((double)standing.OpenJobs / policy.MaxOpenJobs);
        // Starts at one half and follows the answers as they come in (rule of succession): one bad visit does not end a newcomer.
        var satisfaction = (standing.Satisfied + 1.0) / (standing.Rated + 2.0);
        var fairness = 1.0 / (1 + standing.RecentOffers);

        var weights = policy.Weights;
        var total = (weights.Credit * credit) + (weights.Distance * distance) + (weights.Load * load)
            + (weights.Satisfaction * satisfaction) + (weights.Fairness * fairness);
        return new MerchantScore(one.Merchant, credit, distance, load, satisfaction, fairness, total);
    }
}
