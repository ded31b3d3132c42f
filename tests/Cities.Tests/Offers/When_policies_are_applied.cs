using Hotline.Cities.Offers;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Tests.Offers;

public class When_policies_are_applied
{
    private readonly City _city = DemoFolder.City;

    [Theory]
    [InlineData(80, CreditCause.CitizenSatisfied, 82)]
    [InlineData(80, CreditCause.OfferExpired, 78)]
    [InlineData(99, CreditCause.CitizenSatisfied, 100)]
    [InlineData(4, CreditCause.ComplaintUpheld, 0)]
    public void Moves_credit_within_its_limits(int before, CreditCause cause, int after) =>
        Assert.Equal(after, _city.Offers.Credit.After(before, cause));

    [Fact]
    public void Orders_one_redo_and_reopens_for_thirty_days() =>
        Assert.Equal((1, 30), (_city.Visits.RedoLimit, _city.Visits.ReopenDays));

    [Theory]
    [InlineData(Satisfaction.VerySatisfied, true)]
    [InlineData(Satisfaction.Satisfied, true)]
    [InlineData(Satisfaction.Neutral, false)]
    [InlineData(Satisfaction.VeryDissatisfied, false)]
    public void Counts_as_satisfied_what_the_city_says(Satisfaction answer, bool satisfied) =>
        Assert.Equal(satisfied, _city.Visits.IsSatisfied(answer));

    [Fact]
    public void Blames_the_unit_for_slowness_but_not_for_the_policy()
    {
        Assert.True(_city.Visits.Find("slow")!.UnitAtFault);
        Assert.False(_city.Visits.Find("policy")!.UnitAtFault);
        Assert.Null(_city.Visits.Find("weather"));
    }
}
