using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.IdentityModel.Tokens;

namespace Hotline.Identity.Tests;

/// <summary>A person in front of a browser who signs in the way the command line does it.</summary>
internal sealed partial class Person(IdentityInstance identity) : IDisposable
{
    public const string Redirect = "http://127.0.0.1:51234/callback";

    private readonly HttpClient browser = identity.Browser();

    public string Verifier { get; } = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public string AuthorizeAddress(string method = "S256", string scope = "openid profile offline_access", string? redirect = null)
    {
        var challenge = method == "plain" ? Verifier : Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        return $"/connect/authorize?client_id=hotline-cli&response_type=code&redirect_uri={Uri.EscapeDataString(redirect ?? Redirect)}"
            + $"&scope={Uri.EscapeDataString(scope)}&state=s1&code_challenge={challenge}&code_challenge_method={method}";
    }

    public Task<HttpResponseMessage> Get(string address) => browser.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    /// <summary>Types name and password into the form.</summary>
    public async Task<HttpResponseMessage> SignIn(string name, string password, string? returnUrl = null)
    {
        var page = "/account/login" + (returnUrl is null ? "" : "?ReturnUrl=" + Uri.EscapeDataString(returnUrl));
        var form = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
        var mark = HttpUtility.HtmlDecode(Antiforgery().Match(form).Groups["token"].Value);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["username"] = name, ["password"] = password, ["ReturnUrl"] = returnUrl ?? "", ["__RequestVerificationToken"] = mark,
        });
        return await browser.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    /// <summary>From the first address to the code in the callback.</summary>
    public async Task<string> Code(string name, string password)
    {
        using var asked = await Get(AuthorizeAddress());
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var page = asked.Headers.Location!.ToString();
        Assert.StartsWith("/account/login?", page, StringComparison.Ordinal);
        var back = HttpUtility.ParseQueryString(page["/account/login".Length..])["ReturnUrl"]!;
        using var signedIn = await SignIn(name, password, back);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        using var granted = await Get(signedIn.Headers.Location!.ToString());
        var callback = granted.Headers.Location!;
        Assert.StartsWith(Redirect, callback.ToString(), StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(callback.Query)["code"]!;
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> Redeem(string code, string? verifier = null) => identity.Token(
        ("grant_type", "authorization_code"), ("client_id", "hotline-cli"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", verifier ?? Verifier));

    public Task<(HttpStatusCode Status, JsonElement Body)> Refresh(string token) =>
        identity.Token(("grant_type", "refresh_token"), ("client_id", "hotline-cli"), ("refresh_token", token));

    public void Dispose() => browser.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)" """, RegexOptions.ExplicitCapture)]
    private static partial Regex Antiforgery();
}
