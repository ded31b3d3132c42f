using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults;
using Hotline.ServiceDefaults.Callers;
using Hotline.TestKit.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Escalation.Tests.Explaining;

public class When_asking_for_the_clocks
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly UnitRef Lead = DemoCity.City.Departments.All[0].Unit;
    private static readonly UnitRef Assisting = DemoCity.City.Departments.All[1].Unit;
    private static readonly UnitRef Stranger = DemoCity.City.Departments.All[2].Unit;

    public static TheoryData<Role, string?, HttpStatusCode> Readers => new()
    {
        { Role.Operator, null, HttpStatusCode.OK },
        { Role.Auditor, null, HttpStatusCode.OK },
        { Role.Department, Lead.ToString(), HttpStatusCode.OK },
        { Role.Officer, Assisting.ToString(), HttpStatusCode.OK },
        { Role.Department, Stranger.ToString(), HttpStatusCode.Forbidden },
        { Role.Channel, null, HttpStatusCode.Forbidden },
    };

    [Theory, MemberData(nameof(Readers))]
    public async Task Staff_and_the_units_of_the_case_are_told(Role role, string? unit, HttpStatusCode status)
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Lead, Assisting);
        await bench.Happened(story);
        await using var app = await Start(bench);

        using var response = await Get(app, story.Case.Number, role, unit);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_answer_carries_times_states_and_shares()
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Lead);
        await bench.Happened(story);
        await using var app = await Start(bench);

        using var response = await Get(app, story.Case.Number, Role.Supervisor, null);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        var handle = body.GetProperty("clocks").EnumerateArray().Single(clock => clock.GetProperty("clock").GetString() == "handle");
        Assert.Equal(Lead.ToString(), handle.GetProperty("unit").GetString());
        Assert.Equal(story.Last.At, handle.GetProperty("startedAt").GetDateTimeOffset());
        Assert.Equal(2, body.GetProperty("shares").GetArrayLength());
    }

    [Fact]
    public async Task A_number_nobody_has_is_unknown()
    {
        await using var bench = await Bench.Open();
        await using var app = await Start(bench);

        using var response = await Get(app, "261123-000001-1", Role.Operator, null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("case-unknown", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> Start(Bench bench)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Hotline:CallerKey"] = Convert.ToBase64String(Key);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHotlineDefaults("escalation");
        builder.Services.AddSingleton(DemoCity.City);
        builder.Services.AddSingleton(bench.Files);
        var app = builder.Build();
        app.MapHotlineDefaults();
        app.MapEscalation();
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpResponseMessage> Get(WebApplication app, string number, Role role, string? unit)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var caller = new Caller("someone", "someone", "test", role, [], unit is null ? null : UnitRef.Parse(unit));
        client.DefaultRequestHeaders.Add(CallerHeader.Name, new CallerHeader(Key, TimeProvider.System).Write(caller));
        return await client.GetAsync(new Uri($"/api/v1/cases/{number}/clock", UriKind.Relative));
    }
}
