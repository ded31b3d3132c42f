using Hotline.Cases.Acting;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_life_service_is_offered
{
    [Fact]
    public void An_accepted_life_service_is_offered_to_a_merchant()
    {
        var decision = CaseDecisions.Decide(
            Given.A(CaseStatus.Accepted, CaseKind.LifeService),
            new MakeOffer(Given.Hotline, Guid.CreateVersion7(), Given.OfferId, Given.Plumber, 1, Given.Monday.AddMinutes(15)),
            Given.City, Given.Monday);

        Assert.Equal([new OfferMade(Given.OfferId, Given.Plumber, 1, Given.Monday.AddMinutes(15))], decision.Events);
    }

    [Fact]
    public void Another_merchant_may_not_even_see_the_case()
    {
        var stranger = Given.PlumberActor with { Unit = Contracts.Units.UnitRef.Merchant("m002") };
        var decision = CaseDecisions.Decide(
            Given.A(CaseStatus.Offered), new AcceptOffer(stranger, Guid.CreateVersion7(), Given.OfferId, null), Given.City, Given.Monday);

        Assert.Equal("case-hidden", decision.Error?.Code);
    }

    [Fact]
    public void An_old_offer_cannot_be_accepted()
    {
        var decision = CaseDecisions.Decide(
            Given.A(CaseStatus.Offered), new AcceptOffer(Given.PlumberActor, Guid.CreateVersion7(), Guid.NewGuid(), null), Given.City, Given.Monday);

        Assert.Equal("offer-not-open", decision.Error?.Code);
    }

    [Fact]
    public void An_offer_does_not_expire_before_its_time()
    {
        var expire = new ExpireOffer(Given.Hotline, Guid.CreateVersion7(), Given.OfferId);

        Assert.Equal("offer-not-open", CaseDecisions.Decide(Given.A(CaseStatus.Offered), expire, Given.City, Given.Monday.AddMinutes(14)).Error?.Code);
        Assert.IsType<OfferExpired>(Assert.Single(CaseDecisions.Decide(Given.A(CaseStatus.Offered), expire, Given.City, Given.Monday.AddMinutes(15)).Events));
    }

    [Fact]
    public void After_a_refusal_the_next_merchant_can_be_asked()
    {
        var file = Given.After(Given.A(CaseStatus.Offered), Given.PlumberActor, new OfferDeclined(Given.OfferId, Given.Plumber, 1, "太忙"));

        Assert.Equal(CaseStatus.Accepted, file.Status);
        Assert.Null(file.Offer);
    }
}
