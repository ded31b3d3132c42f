using System.Net;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_somebody_may_not(City city)
{
    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        var nobody = new Person(await city.Hotline.ClientAsync());

        await nobody.Gets("/api/v1/figures/headline", HttpStatusCode.Unauthorized);
        await nobody.Post("/api/v1/cases", Matter.NoWater(), HttpStatusCode.Unauthorized, "k");
    }

    [Fact]
    public async Task A_forged_caller_header_is_not_believed()
    {
        using var http = await city.Hotline.ClientAsync();
        http.DefaultRequestHeaders.Add("X-Hotline-Caller", "e30.AAAA");

        using var response = await http.GetAsync(new Uri("/api/v1/figures/headline", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_department_cannot_submit_nor_a_channel_triage()
    {
        await (await city.As("dept.water")).Post("/api/v1/cases", Matter.NoWater(), HttpStatusCode.Forbidden, "k");
        var web = await city.As("web");
        var number = await web.Submits(Matter.NoWater());
        Assert.Equal("act-forbidden", (await web.Does("triage", number, null, HttpStatusCode.Forbidden)).Problem());
    }

    [Fact]
    public async Task A_department_cannot_see_anothers_case_or_queue()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number);
        await staff.Does("dispatch", number);

        var other = await city.As("dept.housing");
        await other.Sees(number, HttpStatusCode.Forbidden);
        await other.Gets($"/api/v1/cases/{number}/timeline", HttpStatusCode.Forbidden);
        await other.Does("sign", number, null, HttpStatusCode.Forbidden);
        await other.Gets("/api/v1/units/water/feed", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_channel_does_not_see_what_the_first_submitted()
    {
        var number = await (await city.As("web")).Submits(Matter.NoWater());

        await (await city.As("app")).Sees(number, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_channel_learns_which_role_acted_but_not_who()
    {
        var web = await city.As("web");
        var number = await web.Submits(Matter.NoWater());
        await (await city.As("operator")).Accepts(number);

        var entries = (await web.Gets($"/api/v1/cases/{number}/timeline")).GetProperty("entries").EnumerateArray();

        Assert.Equal(["channel", "operator"], entries.Select(entry => entry.Text("actor")));
    }

    [Fact]
    public async Task An_unknown_case_is_404_and_an_act_out_of_turn_409()
    {
        var staff = await city.As("operator");
        await staff.Sees("990101-000001-0", HttpStatusCode.NotFound);
        var number = await (await city.As("web")).Submits(Matter.NoWater());

        var problem = await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" }, HttpStatusCode.Conflict);

        Assert.Equal("illegal-transition", problem.Problem());
    }

    [Fact]
    public async Task Bad_input_names_its_fields()
    {
        var problem = await (await city.As("web")).Post("/api/v1/cases", new { text = "", citizen = new { phone = "1" } }, HttpStatusCode.BadRequest, "k");

        Assert.Equal(["citizen.phone", "text", "title"], problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }
}
