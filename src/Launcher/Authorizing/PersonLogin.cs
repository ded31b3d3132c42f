using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;

namespace Hotline.Launcher.Authorizing;

/// <summary>
/// Authorization code with PKCE (RFC 6749, 4.1; RFC 7636) as a browser does it: over the sign-in page, with its form and its
/// cookies. Nobody listens at the redirect address; the code is read from the redirect itself.
/// </summary>
internal sealed partial class PersonLogin : IDisposable
{
    private const string ClientId = "hotline-cli";
    private const string RedirectUri = "http://127.0.0.1/callback";
    private const int MaxRedirects = 5;

    private readonly HttpClient _http;
    private readonly string _verifier = RandomText();
    private readonly string _state = RandomText();

    private PersonLogin(Uri gateway) => _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = gateway,
    };

    public static async Task<string> TokenAsync(Uri gateway, string name, string password)
    {
        using var login = new PersonLogin(gateway);
        var code = await login.CodeAsync(name, password);
        return await login.ExchangeAsync(code);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> CodeAsync(string name, string password)
    {
        using var asked = await _http.GetAsync(AuthorizeAddress());
        var page = Redirect(asked) ?? throw Refused("authorization", asked);
        using var form = await _http.GetAsync(page);
        using var posted = await SignInAsync(page, await form.Content.ReadAsStringAsync(), name, password);
        var next = Redirect(posted) ?? throw Refused("sign-in", posted);
        for (var redirects = 0; redirects < MaxRedirects; redirects++)
        {
            if (next.ToString().StartsWith(RedirectUri, StringComparison.Ordinal))
            {
                return CodeOf(next);
            }

            using var answer = await _http.GetAsync(next);
            next = Redirect(answer) ?? throw Refused("authorization", answer);
        }

        throw new LaunchFailedException("Identity keeps redirecting.");
    }

    private string AuthorizeAddress()
    {
        var query = HttpUtility.ParseQueryString("");
        query["client_id"] = ClientId;
        query["redirect_uri"] = RedirectUri;
        query["response_type"] = "code";
        query["scope"] = "profile";
        query["state"] = _state;
        query["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)));
        query["code_challenge_method"] = "S256";
        return $"/connect/authorize?{query}";
    }

    /// <summary>Every hidden field goes back as it came; among them is the token against forged requests.</summary>
    private async Task<HttpResponseMessage> SignInAsync(Uri page, string html, string name, string password)
    {
        var fields = HiddenInputs().Matches(html)
            .Select(match => match.Value)
            .ToDictionary(input => Attribute(input, "name"), input => Attribute(input, "value"));
        fields["username"] = name;
        fields["password"] = password;
        using var form = new FormUrlEncodedContent(fields);
        return await _http.PostAsync(page, form);
    }

    private string CodeOf(Uri callback)
    {
        var query = HttpUtility.ParseQueryString(callback.Query);
        if (query["state"] != _state)
        {
            throw new LaunchFailedException("Identity answered another request than ours.");
        }

        return query["code"] ?? throw new LaunchFailedException($"Identity refused: {query["error"]} {query["error_description"]}");
    }

    private async Task<string> ExchangeAsync(string code)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = ClientId,
            ["redirect_uri"] = RedirectUri,
            ["code"] = code,
            ["code_verifier"] = _verifier,
        });
        using var answer = await _http.PostAsync("/connect/token", form);
        return await TokenAnswer.ReadAsync(answer);
    }

    private Uri? Redirect(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? new Uri(answer.RequestMessage?.RequestUri ?? _http.BaseAddress!, location) : null;

    private static LaunchFailedException Refused(string what, HttpResponseMessage answer) =>
        new($"Identity refused the {what}: {(int)answer.StatusCode} {answer.ReasonPhrase}.");

    private static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string Attribute(string input, string name) =>
        HttpUtility.HtmlDecode(Regex.Match(input, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInputs();
}
