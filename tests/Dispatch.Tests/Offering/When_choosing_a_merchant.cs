using Hotline.Cities;
using Hotline.Cities.Merchants;
using Hotline.Cities.Offers;
using Hotline.Dispatch.Offering;
using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Tests.Offering;

public class When_choosing_a_merchant
{
    private static readonly Coordinates Here = new(29.27, 120.25);
    private static readonly OfferPolicy Policy = DemoCity.City.Offers;

    [Fact]
    public void Prefers_the_nearer_of_two_that_are_alike() =>
        Assert.Equal("near", First(Candidate("far", place: new(29.40, 120.40)), Candidate("near", place: Here)));

    [Fact]
    public void Prefers_the_one_with_more_credit() => Assert.Equal("b", First(Candidate("a", credit: 60), Candidate("b", credit: 95)));

    [Fact]
    public void Prefers_the_one_with_fewer_open_jobs() => Assert.Equal("b", First(Candidate("a", jobs: 5), Candidate("b", jobs: 1)));

    [Fact]
    public void Prefers_the_one_whose_citizens_were_satisfied() =>
        Assert.Equal("b", First(Candidate("a", rated: 20, satisfied: 10), Candidate("b", rated: 20, satisfied: 19)));

    [Fact]
    public void Prefers_the_one_who_was_asked_less_of_late() => Assert.Equal("b", First(Candidate("a", offers: 6), Candidate("b")));

    [Fact]
    public void Does_not_end_a_newcomer_over_one_bad_visit()
    {
        var ranked = MerchantChoice.Rank([Candidate("a", rated: 1, satisfied: 0)], Here, Policy);
        Assert.True(ranked.Single().Satisfaction > 0.3);
    }

    [Fact]
    public void Passes_over_who_is_off_duty_suspended_or_full() => Assert.Empty(MerchantChoice.Rank(
        [
            Candidate("off") is var off ? off with { Standing = off.Standing with { OnDuty = false } } : null!,
            Candidate("barred") is var barred ? barred with { Standing = barred.Standing with { SuspendedFor = "complaints" } } : null!,
            Candidate("poor") is var poor ? poor with { Standing = poor.Standing with { Standing = CreditStanding.Suspended } } : null!,
            Candidate("full", jobs: Policy.MaxOpenJobs),
        ],
        Here, Policy));

    [Fact]
    public void Answers_the_same_question_the_same_way() => Assert.Equal("a", First(Candidate("b"), Candidate("a"), Candidate("c")));

    [Fact]
    public void Works_without_a_place()
    {
        var ranked = MerchantChoice.Rank([Candidate("a", place: new(29.40, 120.40)), Candidate("b", place: Here)], null, Policy);
        Assert.Equal(ranked[0].Total, ranked[1].Total);
    }

    private static string First(params Candidate[] candidates) => MerchantChoice.Rank(candidates, Here, Policy)[0].Merchant.Code;

    private static Candidate Candidate(
        string code, Coordinates? place = null, int credit = 80, int jobs = 0, int offers = 0, int rated = 0, int satisfied = 0) => new(
        new Merchant(code, new LocalText(code, code), [new MerchantService("home.water.leak", 50, 100)], [], place ?? Here, 80, WeeklyHours.Always),
        new MerchantStanding(code, true, null, CreditStanding.Good, credit, jobs, offers, rated, satisfied, []));
}
