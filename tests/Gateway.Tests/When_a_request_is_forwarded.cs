using System.Net;
using System.Net.Http.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Gateway.Tests;

public sealed class When_a_request_is_forwarded(WholeHouse house) : IClassFixture<WholeHouse>
{
    private async Task<Echo> Echo(string path, string? token, params (string, string)[] headers)
    {
        using var answer = await house.Gateway.Get(path, token, null, headers);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Echo>())!;
    }

    [Theory]
    [InlineData("/api/v1/cases", "cases")]
    [InlineData("/api/v1/cases/261123-000001-4", "cases")]
    [InlineData("/api/v1/cases/261123-000001-4/timeline", "cases")]
    [InlineData("/api/v1/cases/261123-000001-4/clock", "escalation")]
    [InlineData("/api/v1/offers", "dispatch")]
    [InlineData("/api/v1/offers/0199/accept", "dispatch")]
    [InlineData("/api/v1/routing/rules", "dispatch")]
    [InlineData("/api/v1/units/dept.water", "dispatch")]
    [InlineData("/api/v1/visits", "feedback")]
    [InlineData("/api/v1/notices", "feedback")]
    [InlineData("/api/v1/worklists/mine", "insight")]
    [InlineData("/api/v1/search?q=1", "insight")]
    [InlineData("/api/v1/figures/headline", "insight")]
    [InlineData("/api/v1/operations/queues", "insight")]
    public async Task Each_address_has_its_service(string path, string service) =>
        Assert.Equal(service, (await Echo(path, house.Tokens.Channel())).Service);

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/account/login")]
    public async Task Identity_is_reached_without_a_token(string path) => Assert.Equal("identity", (await Echo(path, null)).Service);

    [Theory]
    [InlineData("/api/v1/visits/links/abc")]
    [InlineData("/visit/abc")]
    public async Task A_citizens_link_is_reached_without_a_token_and_without_a_caller(string path)
    {
        var echo = await Echo(path, null, ("X-Hotline-Caller", "forged"));
        Assert.Equal("feedback", echo.Service);
        Assert.DoesNotContain(echo.Headers.Keys, name => name.StartsWith("X-Hotline-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/api/v1/visits")]
    [InlineData("/api/v1/visits/linksabc")]
    [InlineData("/api/v1/notices")]
    public async Task What_lies_beside_it_needs_one(string path)
    {
        using var answer = await house.Gateway.Get(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_service_learns_who_called_in_a_form_it_can_verify()
    {
        var echo = await Echo("/api/v1/cases", house.Tokens.Person("officer.water", "officer", "dept.water"));
        var caller = house.Gateway.Callers.Read(echo.Header("X-Hotline-Caller"))!;
        Assert.Equal("officer.water", caller.Subject);
        Assert.Equal("officer.water's name", caller.Name);
        Assert.Equal("hotline-cli", caller.Client);
        Assert.Equal(Role.Officer, caller.Roles);
        Assert.Equal(UnitRef.Department("water"), caller.Unit);
        Assert.Equal(["openid", "profile"], caller.Scopes);
    }

    [Fact]
    public async Task A_channel_client_speaks_for_its_channel()
    {
        var echo = await Echo("/api/v1/cases", house.Tokens.Channel("open311"));
        Assert.Equal(Channel.Open311, house.Gateway.Callers.Read(echo.Header("X-Hotline-Caller"))!.Channel);
    }

    [Fact]
    public async Task What_callers_say_of_themselves_is_thrown_away()
    {
        var echo = await Echo(
            "/api/v1/cases", house.Tokens.Channel(),
            ("X-Hotline-Caller", "forged"), ("x-hotline-anything", "1"), ("X-Forwarded-For", "10.0.0.1"), ("Forwarded", "for=10.0.0.1"),
            ("X-Original-Host", "evil"), ("X-User-Id", "1"), ("Cookie", "hotline.session=1"));
        Assert.NotEqual("forged", echo.Header("X-Hotline-Caller"));
        Assert.DoesNotContain(echo.Headers.Keys, name =>
            name.StartsWith("X-Hotline-a", StringComparison.OrdinalIgnoreCase) || name.Contains("Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Original", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-User", StringComparison.OrdinalIgnoreCase)
            || name is "Authorization" or "Cookie");
    }

    [Fact]
    public async Task Identity_gets_no_forged_caller_either()
    {
        var echo = await Echo("/connect/token", null, ("X-Hotline-Caller", "forged"));
        Assert.DoesNotContain("X-Hotline-Caller", echo.Headers.Keys);
    }

    [Fact]
    public async Task The_request_keeps_its_id_and_its_trace()
    {
        using var answer = await house.Gateway.Get(
            "/api/v1/cases", house.Tokens.Channel(), null, ("X-Request-Id", "abc-1"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        var echo = (await answer.Content.ReadFromJsonAsync<Echo>())!;
        Assert.Equal("abc-1", answer.Headers.GetValues("X-Request-Id").Single());
        Assert.Equal("abc-1", echo.Header("X-Request-Id"));
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", echo.Header("traceparent"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("two\tlines")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_missing_or_strange_id_is_replaced(string? id)
    {
        using var answer = await house.Gateway.Get("/api/v1/cases", house.Tokens.Channel(), null, id is null ? [] : [("X-Request-Id", id)]);
        Assert.NotEqual(id, Assert.Single(answer.Headers.GetValues("X-Request-Id")));
    }

    [Theory]
    [InlineData("https://web.city.example", true)]
    [InlineData("https://evil.example", false)]
    public async Task A_browser_may_call_from_the_citys_own_pages(string origin, bool may)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/cases");
        using var answer = await house.Gateway.Send(
            preflight, null, null, ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,idempotency-key"));
        Assert.Equal(may, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
