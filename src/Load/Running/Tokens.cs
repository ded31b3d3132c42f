using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Hotline.Launcher;
using Hotline.Launcher.Authorizing;

namespace Hotline.Load.Running;

/// <summary>Real access tokens of the demo accounts, fetched when first needed and again shortly before they expire.</summary>
internal sealed class Tokens(Place place, Uri gateway, TimeProvider time)
{
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, Task<Token>> _tokens = new();

    /// <summary>The header that says who asks.</summary>
    /// <param name="who">As <c>./hotline token</c> knows them.</param>
    public async Task<AuthenticationHeaderValue> OfAsync(string who)
    {
        var known = _tokens.GetOrAdd(who, FetchAsync);
        try
        {
            var token = await known;
            if (token.Until - _margin > time.GetUtcNow())
            {
                return token.Header;
            }
        }
        catch (Exception fault) when (fault is LaunchFailedException or HttpRequestException or System.Net.Sockets.SocketException or OperationCanceledException)
        {
            // Identity may be away while faults are tried: whoever asks next tries again.
            _tokens.TryRemove(KeyValuePair.Create(who, known));
            throw;
        }

        _tokens.TryUpdate(who, FetchAsync(who), known);
        return (await _tokens[who]).Header;
    }

    private async Task<Token> FetchAsync(string who)
    {
        var text = await TokenCommand.TokenAsync(place, gateway, who);
        return new Token(new AuthenticationHeaderValue("Bearer", text), Expiry(text));
    }

    private static DateTimeOffset Expiry(string jwt)
    {
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[1]));
        return DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64());
    }

    private sealed record Token(AuthenticationHeaderValue Header, DateTimeOffset Until);
}
