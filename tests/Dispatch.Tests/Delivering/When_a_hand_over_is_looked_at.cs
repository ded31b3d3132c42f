using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Tests.Hosting;

namespace Hotline.Dispatch.Tests.Delivering;

[Collection(nameof(RunningDispatch))]
public class When_a_hand_over_is_looked_at(RunningDispatch running)
{
    private readonly DispatchHost _host = running.Host;

    [Fact]
    public async Task Gets_a_hand_over_again_that_it_has_lost()
    {
        var history = new History().Received();
        history.Dispatched("power", 1, "health");
        await _host.Publish(history.Events);
        using var power = _host.Client(Role.Department, UnitRef.Department("power"));
        await using var inbox = await Inbox.Open((await power.GetFromJsonAsync<FeedDetails>("/api/v1/units/dept.power/feed"))!);
        var first = Assert.Single(await inbox.Read(history.Number, 1));
        var path = $"/api/v1/cases/{history.Number}/hand-overs";
        using var staff = _host.Client(Role.Operator);
        using var stranger = _host.Client(Role.Department, UnitRef.Department("zone"));
        await Eventually.Holds("both are delivered", async () =>
            await Told(staff, "role", "state") is ["assisting delivered", "lead delivered"]);

        Assert.Equal(["dept.power 1"], await Told(power, "unit", "round"));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsync(path + "/power/send-again", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync(path + "/zone/send-again", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await power.PostAsync(path + "/dept.power/send-again", null)).StatusCode);

        var again = Assert.Single(await inbox.Read(history.Number, 1));
        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        await Eventually.Holds("it was sent twice", async () => await Told(power, "attempts", "state") is ["2 delivered"]);

        await _host.Publish(history.Closed());
        await Eventually.Holds("it is over", async () => (await staff.PostAsync(path + "/power/send-again", null)).StatusCode == HttpStatusCode.Conflict);

        async Task<string[]> Told(HttpClient reader, params string[] facts) =>
            [.. (await reader.GetFromJsonAsync<JsonElement>(path)).GetProperty("handOvers").EnumerateArray().Select(one => string.Join(' ', facts.Select(fact => one.GetProperty(fact)))).Order()];
    }
}
