using System.Net;

namespace Hotline.Identity.Tests;

public sealed class When_a_client_asks_for_a_token(SharedIdentity shared) : IClassFixture<SharedIdentity>
{
    private readonly IdentityInstance identity = shared.Instance;

    [Fact]
    public async Task A_channel_gets_its_scopes_and_says_who_it_is()
    {
        var token = await identity.ClientToken("web");
        Assert.Equal("RS256", token.Alg);
        Assert.Equal(IdentityInstance.Issuer, token.Issuer);
        Assert.Equal(["hotline"], token.Audiences);
        Assert.Equal("web", token.Subject);
        Assert.Equal("web", token.GetClaim("client_id").Value);
        Assert.Equal("channel", token.GetClaim("role").Value);
        Assert.Equal("cases:submit:web", token.GetClaim("scope").Value);
        Assert.Equal(TimeSpan.FromHours(1), token.ValidTo - token.IssuedAt);
    }

    [Fact]
    public async Task Every_client_of_the_city_gets_one()
    {
        foreach (var client in identity.Accounts.Clients)
        {
            var token = await identity.ClientToken(client.Id);
            Assert.Equal(client.Unit?.ToString(), token.TryGetClaim("unit", out var unit) ? unit.Value : null);
            Assert.Equal(client.Unit is null ? "channel" : "department", token.GetClaim("role").Value);
        }
    }

    [Fact]
    public async Task The_wrong_secret_gets_nothing()
    {
        var (status, body) = await identity.Token(("grant_type", "client_credentials"), ("client_id", "web"), ("client_secret", "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("invalid_client", body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_scope_of_another_channel_is_refused()
    {
        var (status, body) = await identity.Token(
            ("grant_type", "client_credentials"), ("client_id", "web"), ("client_secret", identity.SecretOf("web")), ("scope", "cases:submit:phone"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.False(body.TryGetProperty("access_token", out _));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("implicit")]
    public async Task Other_ways_of_asking_do_not_exist(string grant)
    {
        var (status, _) = await identity.Token(("grant_type", grant), ("client_id", "hotline-cli"), ("username", "operator"), ("password", identity.Password));
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task The_command_line_has_no_token_of_its_own()
    {
        var (status, _) = await identity.Token(("grant_type", "client_credentials"), ("client_id", "hotline-cli"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }
}
