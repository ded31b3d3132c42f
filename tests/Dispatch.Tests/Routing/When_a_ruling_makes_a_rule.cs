using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Tests.Hosting;

namespace Hotline.Dispatch.Tests.Routing;

[Collection(nameof(RunningDispatch))]
public class When_a_ruling_makes_a_rule(RunningDispatch running)
{
    private readonly DispatchHost _host = running.Host;

    [Fact]
    public async Task It_is_followed_cited_and_superseded_by_the_next_version()
    {
        const string Category = "environment.noise.social";
        var first = await Ruled("housing", Category, "chengdong");
        var route = await Route(Category, "chengdong");
        Assert.Equal(("dept.housing", $"J-{Category}~chengdong@1"), (route.Lead(), route.Rule()));
        Assert.Equal((first.Number, "§ 5 names it"), (route.GetProperty("ruling").Text("number"), route.GetProperty("ruling").Text("reasons")));
        Assert.Contains(first.Number, route.Text("why"), StringComparison.Ordinal);
        Assert.Equal("dept.police", (await Route(Category, "chengxi")).Lead());

        await Ruled("urban", Category, "chengdong");
        Assert.Equal($"J-{Category}~chengdong@2", (await Route(Category, "chengdong")).Rule());
        var versions = (await Get($"/api/v1/routing/rules/J-{Category}~chengdong")).GetProperty("versions").EnumerateArray();
        Assert.Equal(["inForce", "superseded"], versions.Select(version => version.Text("state")));
    }

    [Fact]
    public async Task A_ruling_heard_twice_makes_one_rule()
    {
        var ruling = await Ruled("housing", "roads.surface.rural-road", null);
        await _host.Publish(ruling);
        await Ruled("urban", "roads.surface.rural-road", null);

        Assert.Equal(2, (await Get("/api/v1/routing/rules/J-roads.surface.rural-road")).GetProperty("versions").GetArrayLength());
    }

    [Fact]
    public async Task A_ruling_for_its_case_alone_makes_none()
    {
        var history = new History(category: "safety.order");
        await _host.Publish(history.Ruled("housing", null));
        await Ruled("housing", "utilities.telecom", null);

        Assert.Equal(HttpStatusCode.NotFound, await Status(HttpMethod.Get, "/api/v1/routing/rules/J-safety.order", Role.Operator));
    }

    [Fact]
    public async Task Rolled_back_it_stays_in_the_history_and_the_one_before_it_is_followed_again()
    {
        const string Rule = "J-city.order.advertising";
        await Ruled("market", "city.order.advertising", null);
        await Ruled("culture", "city.order.advertising", null);
        Assert.Equal("dept.culture", (await Route("city.order.advertising", "chengdong")).Lead());

        Assert.Equal(HttpStatusCode.Forbidden, await Status(HttpMethod.Post, $"/api/v1/routing/rules/{Rule}@2/roll-back", Role.Operator, new { reason = "x" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(HttpMethod.Post, $"/api/v1/routing/rules/{Rule}@2/roll-back", Role.Supervisor, new { reason = "" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(HttpMethod.Post, $"/api/v1/routing/rules/{Rule}/roll-back", Role.Supervisor, new { reason = "x" }));
        Assert.Equal(HttpStatusCode.NotFound, await Status(HttpMethod.Post, $"/api/v1/routing/rules/{Rule}@9/roll-back", Role.Supervisor, new { reason = "x" }));
        Assert.Equal(HttpStatusCode.Conflict, await Status(HttpMethod.Post, "/api/v1/routing/rules/R-001@1/roll-back", Role.Supervisor, new { reason = "x" }));

        for (var time = 0; time < 2; time++)
        {
            using var supervisor = _host.Client(Role.Supervisor);
            using var answer = await supervisor.PostAsJsonAsync($"/api/v1/routing/rules/{Rule}@2/roll-back", new { reason = "given in error" });
            var ended = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(("rolledBack", "given in error"), (ended.Text("state"), ended.GetProperty("rolledBack").Text("reason")));
        }
        Assert.Equal(("dept.market", $"{Rule}@1"), ((await Route("city.order.advertising", "chengdong")).Lead(), (await Route("city.order.advertising", "chengdong")).Rule()));
        Assert.Equal(HttpStatusCode.OK, await Status(HttpMethod.Post, $"/api/v1/routing/rules/{Rule}@1/roll-back", Role.Officer, new { reason = "y" }, "inspection"));
        Assert.Equal("dept.urban", (await Route("city.order.advertising", "chengdong")).Lead());
    }

    [Fact]
    public async Task Rules_are_browsed_by_category_and_unit()
    {
        var ofVendors = (await Get("/api/v1/routing/rules?category=city.order.street-vendor")).GetProperty("rules").EnumerateArray().ToList();
        Assert.Contains(ofVendors, rule => rule.Rule() == "R-071@1" && rule.Text("area") == "baiyun" && rule.Text("state") == "inForce");
        Assert.All(ofVendors, rule => Assert.StartsWith(rule.Text("category"), "city.order.street-vendor", StringComparison.Ordinal));
        var ofZone = (await Get("/api/v1/routing/rules?unit=dept.zone")).GetProperty("rules").EnumerateArray();
        Assert.All(ofZone, rule => Assert.Equal("dept.zone", rule.Lead()));
    }

    [Fact]
    public async Task A_text_is_tested_and_every_rule_considered_is_named()
    {
        using var staff = _host.Client(Role.Operator);
        using var answer = await staff.PostAsJsonAsync("/api/v1/routing/test", new { text = "There is a street vendor under my window, vendors every night", area = "chengdong" });
        var test = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("city.order.street-vendor", test.GetProperty("category").Text("code"));
        Assert.NotEmpty(test.GetProperty("category").GetProperty("keywords").EnumerateArray());
        Assert.Equal("dept.urban", test.GetProperty("route").Lead());
        var verdicts = test.GetProperty("considered").EnumerateArray().ToDictionary(rule => rule.Rule(), rule => rule.Text("verdict"));
        Assert.Equal("otherArea", verdicts["R-071@1"]);
        Assert.Equal("followed", verdicts[test.GetProperty("route").Rule()]);

        Assert.Equal(HttpStatusCode.BadRequest, await Status(HttpMethod.Post, "/api/v1/routing/test", Role.Operator, new { text = "…" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(HttpMethod.Post, "/api/v1/routing/test", Role.Operator, new { category = "nonsense" }));
    }

    // Puts a ruling on the bus and waits until its rule is there.
    private async Task<RulingGiven> Ruled(string lead, string category, string? area)
    {
        var ruling = new History(category: category, area: area).Ruled(lead, new RulingScope(category, area, new DateOnly(2026, 1, 1), null));
        await _host.Publish(ruling);
        await Eventually.Holds("the rule is in the book", async () =>
            await _host.Scalar<bool>("select exists (select from dispatch.routing_rule where case_id = $1)", ruling.CaseId.Value)
            && (await Get("/api/v1/routing/rules")).GetRawText().Contains(ruling.Number, StringComparison.Ordinal));
        return ruling;
    }

    private Task<JsonElement> Route(string category, string area) => Get($"/api/v1/routing?category={category}&area={area}");

    private async Task<JsonElement> Get(string path)
    {
        using var staff = _host.Client(Role.Operator);
        return await staff.GetFromJsonAsync<JsonElement>(path);
    }

    private async Task<HttpStatusCode> Status(HttpMethod method, string path, Role role, object? body = null, string? department = null)
    {
        using var client = _host.Client(role, department is null ? null : UnitRef.Department(department));
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}

internal static class Answers
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static string Lead(this JsonElement element) => element.Text("lead");

    public static string Rule(this JsonElement element) => element.Text("rule");
}
