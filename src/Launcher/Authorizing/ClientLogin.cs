using System.Net.Http.Json;
using Hotline.Cities.Accounts;

namespace Hotline.Launcher.Authorizing;

/// <summary>Client credentials (RFC 6749, 4.4).</summary>
internal static class ClientLogin
{
    public static async Task<string> TokenAsync(Uri gateway, ClientAccount client)
    {
        using var http = new HttpClient { BaseAddress = gateway };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.Id,
            ["client_secret"] = client.Secret ?? throw new LaunchFailedException($"The city's data has no secret of {client.Id}."),
            ["scope"] = string.Join(' ', client.Scopes),
        });
        using var answer = await http.PostAsync("/connect/token", form);
        return await TokenAnswer.ReadAsync(answer);
    }
}

/// <summary>The answer of a token endpoint (RFC 6749, 5).</summary>
internal sealed record TokenAnswer(string? Access_token, string? Error, string? Error_description)
{
    public static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
        {
            throw new LaunchFailedException($"Identity answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");
        }

        var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>();
        return token?.Access_token ?? throw new LaunchFailedException($"Identity refused: {token?.Error} {token?.Error_description}");
    }
}
