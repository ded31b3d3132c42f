using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hotline.Gateway.Tests;

public sealed class When_a_token_is_checked(WholeHouse house) : IClassFixture<WholeHouse>
{
    private async Task<(HttpResponseMessage Answer, JsonElement Problem)> Refused(string path, string? token, string? language = null)
    {
        var answer = await house.Gateway.Get(path, token, language);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (answer, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    [Theory]
    [InlineData(null, "需要登录")]
    [InlineData("en", "Sign-in needed")]
    public async Task Without_one_nobody_gets_in(string? language, string title)
    {
        var (answer, problem) = await Refused("/api/v1/cases", null, language);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.EndsWith("/not-authenticated", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string> BadTokens => ["issuer", "audience", "type", "signature", "rubbish"];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_ours_is_refused(string fault)
    {
        using var others = new Tokens();
        var good = house.Tokens.Channel();
        var token = fault switch
        {
            "issuer" => house.Tokens.Sign("web", "web", "channel", "", issuer: "http://evil.example/"),
            "audience" => house.Tokens.Sign("web", "web", "channel", "", audience: "another"),
            "type" => house.Tokens.Sign("web", "web", "channel", "", type: "JWT"),
            "signature" => others.Channel(),
            _ => good[..^10] + "AAAAAAAAAA",
        };
        var (answer, problem) = await Refused("/api/v1/cases", token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.Single().Parameter, StringComparison.Ordinal);
        Assert.EndsWith("/token-invalid", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_is_said_to_be_expired()
    {
        var (answer, problem) = await Refused("/api/v1/cases", house.Tokens.Sign("web", "web", "channel", "", validFor: TimeSpan.FromMinutes(-1)));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.EndsWith("/token-expired", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_seen_before_still_has_to_be_whole()
    {
        var good = house.Tokens.Channel();
        using var first = await house.Gateway.Get("/api/v1/cases", good);
        using var again = await house.Gateway.Get("/api/v1/cases", good);
        var (changed, _) = await Refused("/api/v1/cases", good[..^6] + "AAAAAA");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized], [first.StatusCode, again.StatusCode, changed.StatusCode]);
    }

    [Fact]
    public async Task The_dashboard_is_for_administrators()
    {
        var (answer, _) = await Refused("/operations/orleans/", house.Tokens.Person("operator", "operator"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var allowed = await house.Gateway.Get("/operations/orleans/", house.Tokens.Person("administrator", "administrator"));
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Identity_may_start_after_the_gateway()
    {
        using var tokens = new Tokens();
        var port = FreePort();
        await using var cases = await Backend.Start("cases");
        await using var gateway = await GatewayInstance.Start([("cases", cases.Address), ("identity", new Uri($"http://127.0.0.1:{port}"))]);
        using (var early = await gateway.Get("/api/v1/cases", tokens.Channel()))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
            Assert.NotNull(early.Headers.RetryAfter);
        }
        await using var identity = await GatewayInstance.StartIdentity(tokens, port);
        using var late = await gateway.Get("/api/v1/cases", tokens.Channel());
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
