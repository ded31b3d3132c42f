using Hotline.Cities.Offers;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Merchants;
using Hotline.GrainContracts.Dispatch;
using Hotline.TestKit.Stories;

namespace Hotline.Dispatch.Tests.Merchants;

public class When_recording_facts
{
    private static readonly OfferPolicy Policy = DemoCity.City.Offers;
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
    private static readonly CaseId Case = new(Guid.CreateVersion7());

    [Fact]
    public void Moves_credit_by_the_city_s_policy_and_says_why()
    {
        var state = After(Fact(MerchantDeed.LetExpire, 4));
        Assert.Equal(80 + Policy.Credit.Moves[CreditCause.OfferExpired], state.Credit);
        Assert.Equal("OfferExpired", state.Entries.Single().Cause);
        Assert.Equal(state.Credit, state.Entries.Single().Balance);
    }

    [Fact]
    public void Counts_a_fact_once()
    {
        var fact = Fact(MerchantDeed.Accepted, 4);
        var once = After(fact);
        Assert.Same(once, once.After(fact, Policy, 80));
    }

    [Fact]
    public void Counts_a_job_from_taking_it_to_its_end()
    {
        Assert.Single(Open(After(Fact(MerchantDeed.Accepted, 4))));
        Assert.Empty(Open(After(Fact(MerchantDeed.Accepted, 4), Fact(MerchantDeed.Finished, 5))));
        Assert.Single(Open(After(Fact(MerchantDeed.Accepted, 4), Fact(MerchantDeed.Finished, 5), Fact(MerchantDeed.JobReturned, 7))));
    }

    [Fact]
    public void Comes_to_the_same_end_in_whatever_order_facts_arrive()
    {
        MerchantFact[] facts = [Fact(MerchantDeed.WasOffered, 3), Fact(MerchantDeed.Accepted, 4), Fact(MerchantDeed.Finished, 5) with { PriceKept = true }];
        var forward = After(facts);
        var backward = After([.. facts.Reverse()]);
        Assert.Empty(Open(backward));
        Assert.Equal(forward.Credit, backward.Credit);
        Assert.Equal(forward.Offers.Count, backward.Offers.Count);
    }

    [Fact]
    public void Blames_a_merchant_for_dissatisfaction_only_when_it_is_at_fault()
    {
        var fact = Fact(MerchantDeed.WasRated, 6) with { Satisfaction = Satisfaction.Dissatisfied };
        Assert.Null(After(fact).Credit);
        Assert.Equal(80 + Policy.Credit.Moves[CreditCause.CitizenDissatisfied], After(fact with { AtFault = true }).Credit);
        Assert.Equal((1, 0), (After(fact).Rated, After(fact).Satisfied));
    }

    [Fact]
    public void Rates_nobody_by_what_was_found_unreasonable()
    {
        VisitRecorded Visit(UnitRef unit, bool unreasonable) => (VisitRecorded)new CaseStory(Noon).Received().Accepted().OfferTaken(unit)
            .With(one => one with { Unreasonable = unreasonable }).Done().Visited(Satisfaction.Dissatisfied, unitAtFault: true).Last;

        Assert.True(MerchantRecorder.RatingOf(Visit(UnitRef.Merchant("m001"), false))?.AtFault);
        Assert.Null(MerchantRecorder.RatingOf(Visit(UnitRef.Merchant("m001"), true)));
        Assert.Null(MerchantRecorder.RatingOf(Visit(UnitRef.Department("water"), false)));
    }

    [Fact]
    public void Does_not_rate_a_visit_that_nobody_answered() => Assert.Equal(0, After(Fact(MerchantDeed.WasRated, 6)).Rated);

    [Fact]
    public void Forgets_offers_that_no_longer_count_for_fairness()
    {
        var old = Fact(MerchantDeed.WasOffered, 3) with { CaseId = new CaseId(Guid.CreateVersion7()), At = Noon.AddHours(-Policy.FairnessHours - 1) };
        Assert.Single(After(old, Fact(MerchantDeed.WasOffered, 3)).Offers);
    }

    [Fact]
    public void Keeps_a_busy_merchant_small_and_its_open_jobs_whole()
    {
        var taken = Fact(MerchantDeed.Accepted, 4);
        var state = Enumerable.Range(0, 500)
            .Select(_ => new CaseId(Guid.CreateVersion7()))
            .SelectMany(id => new[] { MerchantDeed.WasOffered, MerchantDeed.Accepted, MerchantDeed.Finished }.Select((deed, step) => Fact(deed, 3 + step) with { CaseId = id }))
            .Aggregate(After(taken), (before, fact) => before.After(fact, Policy, 80));

        Assert.Equal(Case.Value, Open(state).Single().CaseId);
        Assert.Equal(MerchantFold.EndedJobsKept + 1, state.Jobs.Count);
        Assert.Equal(MerchantFold.EntriesKept, state.Entries.Count);
        Assert.Equal(MerchantFold.OffersKept, state.Offers.Count);
        Assert.Same(state, state.After(taken, Policy, 80));
    }

    [Theory]
    [InlineData(0, CreditStanding.Good)]
    [InlineData(-1, CreditStanding.Warned)]
    public void Warns_below_the_city_s_threshold(int below, CreditStanding standing) =>
        Assert.Equal(standing, MerchantFold.StandingOf(Policy.Credit.WarnedBelow + below, Policy.Credit));

    private static MerchantState After(params MerchantFact[] facts) =>
        facts.Aggregate(new MerchantState(), (state, fact) => state.After(fact, Policy, 80));

    private static IEnumerable<MerchantJob> Open(MerchantState state) => state.Jobs.Where(job => job.Open);

    private static MerchantFact Fact(MerchantDeed deed, int version) => new(deed, Case, "261123-000001-0", version, Noon.AddMinutes(version));
}
