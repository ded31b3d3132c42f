using Hotline.Cities.Offers;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Merchants;

/// <summary>What facts make of a merchant. Pure; facts may come twice and in any order.</summary>
internal static class MerchantFold
{
    // The state is written for every fact, so it must stay small however busy the merchant is. Facts are repeated within seconds of each other
    // (a relay or a consumer that was interrupted), a few jobs back at most.
    internal const int EndedJobsKept = 64;
    internal const int EntriesKept = 32;
    internal const int OffersKept = 64;

    /// <summary>The state after a fact; the same instance when the fact counts already.</summary>
    public static MerchantState After(this MerchantState state, MerchantFact fact, OfferPolicy policy, int startingCredit)
    {
        var job = state.Jobs.Find(one => one.CaseId == fact.CaseId.Value);
        if (job?.Versions.Contains(fact.Version) == true)
            return state;

        var (rated, satisfied) = Rating(fact);
        var moved = CausesOf(fact).Aggregate(state, (before, cause) => Move(before, fact, cause, policy.Credit, startingCredit));
        return moved with
        {
            Jobs = Jobs(state, Next(job, fact)),
            Offers = Offers(state, fact, TimeSpan.FromHours(policy.FairnessHours)),
            Rated = state.Rated + rated,
            Satisfied = state.Satisfied + satisfied,
        };
    }

    public static CreditStanding StandingOf(int credit, CreditPolicy policy) =>
        credit < policy.ExpelledBelow ? CreditStanding.Expelled
        : credit < policy.SuspendedBelow ? CreditStanding.Suspended
        : credit < policy.WarnedBelow ? CreditStanding.Warned
        : CreditStanding.Good;

    // Touched last comes last; of those that ended, the ones touched longest ago are forgotten.
    private static List<MerchantJob> Jobs(MerchantState state, MerchantJob touched)
    {
        List<MerchantJob> jobs = [.. state.Jobs.Where(one => one.CaseId != touched.CaseId), touched];
        var tooMany = jobs.Count(one => !one.Open) - EndedJobsKept;
        return tooMany > 0 ? [.. jobs.Where(one => one.Open || tooMany-- <= 0)] : jobs;
    }

    private static MerchantJob Next(MerchantJob? job, MerchantFact fact)
    {
        job ??= new MerchantJob(fact.CaseId.Value, false, 0, [], fact.At);
        var open = Opens(fact.Deed);
        var decides = open is not null && fact.Version > job.DecidedBy;
        return job with
        {
            Open = decides ? open!.Value : job.Open,
            DecidedBy = decides ? fact.Version : job.DecidedBy,
            Versions = [.. job.Versions, fact.Version],
            LastAt = fact.At > job.LastAt ? fact.At : job.LastAt,
        };
    }

    /// <summary>Whether the deed leaves the merchant with work to do; null when it says nothing of that.</summary>
    private static bool? Opens(MerchantDeed deed) => deed switch
    {
        MerchantDeed.Accepted or MerchantDeed.JobReturned => true,
        MerchantDeed.Finished or MerchantDeed.JobEnded => false,
        MerchantDeed.WasOffered or MerchantDeed.Declined or MerchantDeed.LetExpire or MerchantDeed.WasRated => null,
    };

    private static IEnumerable<CreditCause> CausesOf(MerchantFact fact) => (fact.Deed, fact.PriceKept, fact.Satisfaction, fact.AtFault) switch
    {
        (MerchantDeed.Accepted, _, _, _) => [CreditCause.OfferAccepted],
        (MerchantDeed.Declined, _, _, _) => [CreditCause.OfferDeclined],
        (MerchantDeed.LetExpire, _, _, _) => [CreditCause.OfferExpired],
        (MerchantDeed.Finished, true, _, _) => [CreditCause.PriceKept],
        (MerchantDeed.Finished, false, _, _) => [CreditCause.PriceExceeded],
        (MerchantDeed.WasRated, _, Satisfaction.VerySatisfied or Satisfaction.Satisfied, _) => [CreditCause.CitizenSatisfied],
        (MerchantDeed.WasRated, _, Satisfaction.Dissatisfied or Satisfaction.VeryDissatisfied, true) => [CreditCause.CitizenDissatisfied],
        _ => [],
    };

    private static (int Rated, int Satisfied) Rating(MerchantFact fact) => fact switch
    {
        { Deed: not MerchantDeed.WasRated } or { Satisfaction: null } => (0, 0),
        { Satisfaction: Satisfaction.VerySatisfied or Satisfaction.Satisfied } => (1, 1),
        _ => (1, 0),
    };

    private static MerchantState Move(MerchantState state, MerchantFact fact, CreditCause cause, CreditPolicy policy, int startingCredit)
    {
        var before = state.Credit ?? startingCredit;
        var after = policy.After(before, cause);
        var entry = new CreditEntry(fact.Number, fact.Version, cause.ToString(), after - before, after, fact.At);
        return state with { Credit = after, Entries = [entry, .. state.Entries.Take(EntriesKept - 1)] };
    }

    private static List<DateTimeOffset> Offers(MerchantState state, MerchantFact fact, TimeSpan window) =>
        fact.Deed == MerchantDeed.WasOffered ? [.. state.Offers.Where(at => at > fact.At - window).TakeLast(OffersKept - 1), fact.At] : state.Offers;
}
