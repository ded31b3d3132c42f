using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Tests.Hosting;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Tests.Routing;

[Collection(nameof(RunningDispatch))]
public class When_asking_the_router(RunningDispatch running)
{
    private static readonly Actor Administrator = new("admin", Role.Administrator);

    private readonly DispatchHost _host = running.Host;

    [Fact]
    public async Task Follows_the_most_specific_rule()
    {
        var route = (await Ask("utilities.water.main-burst")).Value!;
        Assert.Equal(("dept.water", "R-003@1"), (route.Lead.ToString(), route.Rule));
        Assert.Equal([UnitRef.Department("housing")], route.Assisting);
        Assert.Contains("repairs the main", route.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_category_the_city_does_not_have() => Assert.Equal("category-unknown", (await Ask("nonsense")).Error?.Code);

    [Fact]
    public async Task Names_an_area_the_city_does_not_have() => Assert.Equal("area-unknown", (await Ask("utilities.water.main-burst", "atlantis")).Error?.Code);

    [Fact]
    public async Task Passes_over_a_department_that_takes_no_cases()
    {
        var water = _host.Grains.GetGrain<IDepartmentGrain>(IDepartmentGrain.KeyOf("water"));
        await water.SetActive(Administrator, false, CancellationToken.None);
        try
        {
            var answer = await Ask("utilities.water.main-burst");
            Assert.NotEqual("dept.water", answer.Value?.Lead.ToString());
        }
        finally
        {
            await water.SetActive(Administrator, true, CancellationToken.None);
        }
    }

    [Fact]
    public async Task Explains_itself_over_HTTP()
    {
        using var staff = _host.Client(Role.Operator);
        var route = await staff.GetFromJsonAsync<JsonElement>("/api/v1/routing?category=utilities.water.main-burst&kind=efficiency");
        Assert.Equal("dept.water", route.GetProperty("lead").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.GetAsync("/api/v1/routing?category=nonsense")).StatusCode);
    }

    [Fact]
    public async Task Is_not_for_citizens_channels()
    {
        using var channel = _host.Client(Role.Channel);
        Assert.Equal(HttpStatusCode.Forbidden, (await channel.GetAsync("/api/v1/routing?category=utilities.water.main-burst")).StatusCode);
    }

    private Task<GrainContracts.Results.Outcome<Route>> Ask(string category, string? area = null) =>
        _host.Grains.GetGrain<IRouterGrain>(IRouterGrain.Key).Route(new RouteQuestion(CaseKind.Efficiency, category, area), CancellationToken.None);
}
