using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Hotline.Identity.Tests;

public sealed class When_a_person_signs_in(SharedIdentity shared) : IClassFixture<SharedIdentity>
{
    private readonly IdentityInstance identity = shared.Instance;

    [Fact]
    public async Task The_token_carries_role_and_unit()
    {
        var officer = identity.Accounts.People.First(account => account.Unit?.Kind == Contracts.Units.UnitKind.Department);
        using var person = new Person(identity);
        var (_, body) = await person.Redeem(await person.Code(officer.Name, identity.Password));
        var token = new JsonWebToken(body.GetProperty("access_token").GetString());
        Assert.Equal("officer", token.GetClaim("role").Value);
        Assert.Equal(officer.Unit.ToString(), token.GetClaim("unit").Value);
        Assert.Equal(officer.Name, token.Subject);
        Assert.Equal(officer.DisplayName.Zh, token.GetClaim("name").Value);
        Assert.Equal("hotline-cli", token.GetClaim("client_id").Value);
        Assert.Equal(["hotline"], token.Audiences);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        using var person = new Person(identity);
        var code = await person.Code("supervisor", identity.Password);
        Assert.Equal(HttpStatusCode.OK, (await person.Redeem(code)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Redeem(code)).Status);
    }

    [Fact]
    public async Task A_stolen_code_is_useless_without_the_verifier()
    {
        using var person = new Person(identity);
        var code = await person.Code("supervisor", identity.Password);
        var (status, body) = await person.Redeem(code, verifier: new string('a', 43));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_grant", body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_refresh_token_gives_a_new_access_token_and_a_new_refresh_token()
    {
        using var person = new Person(identity);
        var (_, first) = await person.Redeem(await person.Code("operator", identity.Password));
        var (status, second) = await person.Refresh(first.GetProperty("refresh_token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual(first.GetProperty("refresh_token").GetString(), second.GetProperty("refresh_token").GetString());
        Assert.Equal("operator", new JsonWebToken(second.GetProperty("access_token").GetString()).GetClaim("role").Value);
    }

    [Theory]
    [InlineData("plain", null)]
    [InlineData("S256", "https://evil.example/callback")]
    [InlineData("S256", "http://127.0.0.1:5000/other")]
    public async Task An_unsafe_request_is_refused_before_anybody_signs_in(string method, string? redirect)
    {
        using var person = new Person(identity);
        using var answer = await person.Get(person.AuthorizeAddress(method, redirect: redirect));
        var sentTo = answer.Headers.Location?.ToString() ?? "";
        Assert.DoesNotContain("/account/login", sentTo, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", sentTo, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", sentTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_must_be_ours()
    {
        using var browser = identity.Browser();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "operator", ["password"] = identity.Password });
        using var answer = await browser.PostAsync("/account/login", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("zh-CN", "用户名")]
    [InlineData("en", "User name")]
    public async Task The_page_speaks_the_persons_language(string language, string words)
    {
        using var browser = identity.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        Assert.Contains(words, WebUtility.HtmlDecode(await browser.GetStringAsync("/account/login")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_signed_in_is_asked_again_only_when_the_front_end_wants_it()
    {
        using var person = new Person(identity);
        await person.Code("auditor", identity.Password);
        using var again = await person.Get(person.AuthorizeAddress());
        Assert.StartsWith(Person.Redirect, again.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var asked = await person.Get(person.AuthorizeAddress() + "&prompt=login");
        Assert.StartsWith("/account/login?", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("prompt", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_its_style()
    {
        using var browser = identity.Browser();
        Assert.Contains("/account/page.css", await browser.GetStringAsync("/account/login"), StringComparison.Ordinal);
        Assert.Contains("font-family", await browser.GetStringAsync("/account/page.css"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        var victim = identity.Accounts.People[^1].Name;
        using var person = new Person(identity);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await person.SignIn(victim, "wrong");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
        using var right = await person.SignIn(victim, identity.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, right.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_foreign_site_afterwards()
    {
        using var person = new Person(identity);
        using var answer = await person.SignIn("auditor", identity.Password, "https://evil.example/");
        Assert.Equal("/account/login", answer.Headers.Location!.ToString());
    }
}
