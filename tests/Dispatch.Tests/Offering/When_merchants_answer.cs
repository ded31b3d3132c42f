using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Offering;
using Hotline.Dispatch.Tests.Hosting;
using Hotline.GrainContracts.Dispatch;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Dispatch.Tests.Offering;

[Collection(nameof(RunningDispatch))]
public class When_merchants_answer(RunningDispatch running)
{
    private readonly DispatchHost _host = running.Host;

    [Fact]
    public async Task Walks_from_the_offer_over_acceptance_to_done()
    {
        var (history, offer) = await Offered();
        using var merchant = As(offer.Merchant);
        Assert.Contains(offer.OfferId, (await List(merchant)).Select(one => one.Id));

        var promised = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));
        var accepted = await Read<OfferView>(await merchant.PostAsJsonAsync($"/api/v1/offers/{offer.OfferId}/accept", new { scheduledFor = promised }));
        Assert.Equal(("accepted", CaseStatus.Assigned, promised), (accepted.State, accepted.CaseStatus, accepted.ScheduledFor));
        Assert.Equal("accepted", (await List(merchant)).Single(one => one.Id == offer.OfferId).State);

        var done = await Read<OfferView>(await merchant.PostAsJsonAsync($"/api/v1/offers/{offer.OfferId}/done", new { answer = "sealed", price = 80 }));
        Assert.Equal(("done", CaseStatus.AwaitingVisit, 80m), (done.State, done.CaseStatus, done.Price));
        Assert.Equal("sealed", history.Events.OfType<ServiceDone>().Single().Answer);
    }

    [Fact]
    public async Task Asks_the_next_merchant_after_a_refusal_and_nobody_twice()
    {
        var (history, first) = await Offered();
        using var merchant = As(first.Merchant);
        await Read<OfferView>(await merchant.PostAsJsonAsync($"/api/v1/offers/{first.OfferId}/decline", new { reason = "too far" }));
        var second = await NextOffer(history, 2);
        Assert.NotEqual(first.Merchant, second.Merchant);
        Assert.Equal(2, second.Round);
    }

    [Fact]
    public async Task Leaves_the_case_to_an_operator_when_the_rounds_are_over()
    {
        var (history, offer) = await Offered();
        for (var round = 1; round <= DemoCity.City.Offers.RoundsBeforePublishing; round++)
        {
            offer = await NextOffer(history, round);
            await Known(offer.OfferId);
            using var merchant = As(offer.Merchant);
            (await merchant.PostAsync($"/api/v1/offers/{offer.OfferId}/decline", null)).EnsureSuccessStatusCode();
        }
        await Eventually.Holds("offers are exhausted", () => Task.FromResult(history.Events.ToArray().OfType<OffersExhausted>().Any()));
        Assert.Equal(
            DemoCity.City.Offers.RoundsBeforePublishing, history.Events.OfType<OfferMade>().Select(one => one.Merchant).Distinct().Count());
    }

    [Fact]
    public async Task Asks_again_once_a_case_that_waited_is_resumed()
    {
        var history = _host.Cases.Accepted();
        history.Add(new CasePaused(null, PauseReason.CitizenToAnswer), one => one with { PausedAt = one.ReceivedAt, PauseReason = PauseReason.CitizenToAnswer });
        await _host.Publish(history.Events);
        await Eventually.Holds("the offer was not to be made", async () => await _host.Scalar<long>(
            "select count(*) from dispatch.offer where case_id = $1 and state = 'void'", history.Id.Value) == 1);

        await _host.Publish(history.Add(new CaseResumed(null), one => one with { PausedAt = null, PauseReason = null }));

        Assert.Equal(1, (await NextOffer(history, 1)).Round);
    }

    [Fact]
    public async Task Leaves_a_case_without_category_to_an_operator()
    {
        var history = _host.Cases.Accepted(category: null);
        await _host.Publish(history.Events);
        await Eventually.Holds("offers are exhausted", () => Task.FromResult(history.Events.ToArray().OfType<OffersExhausted>().Any()));
    }

    [Fact]
    public async Task Makes_one_offer_however_often_the_event_comes()
    {
        var (history, offer) = await Offered();
        await _host.Publish(history.Events[1], history.Events[1]);
        // Goes through the same queue behind them, so the second round says that both were handled.
        using var merchant = As(offer.Merchant);
        (await merchant.PostAsync($"/api/v1/offers/{offer.OfferId}/decline", null)).EnsureSuccessStatusCode();
        await NextOffer(history, 2);
        Assert.Equal(2, history.Events.OfType<OfferMade>().Count());
        Assert.Equal(2L, await _host.Scalar<long>("select count(*) from dispatch.offer where case_id = $1", history.Id.Value));
    }

    [Fact]
    public async Task Expires_an_offer_that_nobody_answered_and_asks_the_next()
    {
        var (history, first) = await Offered();
        await Scanner(first.ExpiresAt.AddSeconds(-1)).Scan(CancellationToken.None);
        Assert.Empty(history.Events.OfType<OfferExpired>());
        await Scanner(first.ExpiresAt.AddSeconds(1)).Scan(CancellationToken.None);
        Assert.Equal(first.OfferId, history.Events.OfType<OfferExpired>().Single().OfferId);
        Assert.NotEqual(first.Merchant, (await NextOffer(history, 2)).Merchant);
    }

    [Fact]
    public async Task Knows_no_offer_of_another_merchant()
    {
        var (_, offer) = await Offered();
        using var other = As(UnitRef.Merchant(offer.Merchant.Code == "m100" ? "m101" : "m100"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/v1/offers/{offer.OfferId}/accept", null)).StatusCode);
        Assert.DoesNotContain(offer.OfferId, (await List(other)).Select(one => one.Id));
    }

    [Fact]
    public async Task Refuses_an_answer_that_comes_too_late()
    {
        var (_, offer) = await Offered();
        using var merchant = As(offer.Merchant);
        (await merchant.PostAsync($"/api/v1/offers/{offer.OfferId}/accept", null)).EnsureSuccessStatusCode();
        var again = await merchant.PostAsync($"/api/v1/offers/{offer.OfferId}/accept", null);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.EndsWith("/illegal-transition", (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moves_credit_and_load_of_the_merchant_once()
    {
        var (history, offer) = await Offered();
        using var merchant = As(offer.Merchant);
        (await merchant.PostAsync($"/api/v1/offers/{offer.OfferId}/accept", null)).EnsureSuccessStatusCode();
        await _host.Publish(history.Events.OfType<OfferAccepted>());
        (await merchant.PostAsJsonAsync($"/api/v1/offers/{offer.OfferId}/done", new { price = 1_000_000 })).EnsureSuccessStatusCode();
        var grain = _host.Grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf(offer.Merchant.Code));
        await Eventually.Holds("the price counts", async () => (await CausesOf(grain, history)).Contains("PriceExceeded"));
        Assert.Equal(["PriceExceeded", "OfferAccepted"], await CausesOf(grain, history));
    }

    private static async Task<List<string>> CausesOf(IMerchantGrain grain, History history) =>
        [.. (await grain.Standing(CancellationToken.None)).Value!.Entries.Where(one => one.Number == history.Number).Select(one => one.Cause)];

    private async Task<(History History, OfferMade Offer)> Offered()
    {
        var history = _host.Cases.Accepted();
        await _host.Publish(history.Events);
        var offer = await NextOffer(history, 1);
        await Known(offer.OfferId);
        return (history, offer);
    }

    private static async Task<OfferMade> NextOffer(History history, int round)
    {
        await Eventually.Holds($"offer {round} is made", () => Task.FromResult(history.Events.ToArray().OfType<OfferMade>().Any(one => one.Round == round)));
        return history.Events.ToArray().OfType<OfferMade>().Single(one => one.Round == round);
    }

    private Task Known(Guid offerId) => Eventually.Holds(
        "the offer is in the list", async () => await _host.Scalar<string>("select state from dispatch.offer where offer_id = $1", offerId) == "open");

    private ExpiryScanner Scanner(DateTimeOffset now) => new(
        _host.Database, _host.Grains, new FakeTimeProvider(now), NullLogger<ExpiryScanner>.Instance);

    private HttpClient As(UnitRef merchant) => _host.Client(Role.Merchant, merchant);

    private static async Task<IReadOnlyList<OfferView>> List(HttpClient merchant) =>
        (await Read<OfferList>(await merchant.GetAsync("/api/v1/offers"))).Offers;

    private static async Task<T> Read<T>(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(CaseJson.Options))!;
    }
}
