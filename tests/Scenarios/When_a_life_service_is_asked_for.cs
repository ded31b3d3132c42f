using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_life_service_is_asked_for(City city)
{
    [Fact]
    public async Task Merchants_are_asked_in_turn_until_one_takes_it_and_the_citizen_is_called_back()
    {
        var citizen = await city.As("web");
        var staff = await city.As("operator");
        var number = await citizen.Submits(Matter.BurstPipe());
        await staff.Accepts(number);

        var first = await OfferOf(number, not: null);
        await (await city.As(first.Merchant)).Post($"/api/v1/offers/{first.Id}/decline", new { reason = "人手不够" }, HttpStatusCode.OK);

        var second = await OfferOf(number, not: first.Merchant);
        var plumber = await city.As(second.Merchant);
        await Eventually.Holds("the merchant sees the offer", async () =>
            (await plumber.Gets("/api/v1/offers")).GetProperty("offers").EnumerateArray().Any(offer => offer.Text("id") == second.Id));
        await (await city.As(first.Merchant)).Post($"/api/v1/offers/{second.Id}/accept", new { }, HttpStatusCode.NotFound);
        await plumber.Post($"/api/v1/offers/{second.Id}/accept", new { scheduledFor = "2030-01-01T08:00:00Z" }, HttpStatusCode.OK);
        Assert.Equal("解放路88号2单元301室", (await plumber.Does("unmask", number, new { purpose = "visit" })).Text("address"));
        await plumber.Post($"/api/v1/offers/{second.Id}/done", new { answer = "已更换爆裂水管并试压", price = 180 }, HttpStatusCode.OK);

        var closed = await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "verySatisfied" });
        Assert.Equal(("closed", "solved"), (closed.Status(), closed.Text("outcome")));
    }

    private async Task<(string Id, string Merchant)> OfferOf(string number, string? not)
    {
        var staff = await city.As("operator");
        var made = await Eventually.Is("another merchant has an open offer", async () =>
        {
            var timeline = await staff.Gets($"/api/v1/cases/{number}/timeline");
            var offers = timeline.GetProperty("entries").EnumerateArray().Where(entry => entry.Text("event") == "OfferMade").Select(entry => entry.GetProperty("facts")).ToList();
            return offers.Count > 0 && offers[^1].Text("merchant") != not ? (JsonElement?)offers[^1] : null as object;
        });
        var facts = (JsonElement)made;
        var (id, merchant) = (facts.Text("offerId"), facts.Text("merchant"));
        var person = await city.As(merchant);
        await Eventually.Holds("the offer is in the merchant's list", async () =>
            (await person.Gets("/api/v1/offers")).GetProperty("offers").EnumerateArray().Any(offer => offer.Text("id") == id));
        return (id, merchant);
    }
}
