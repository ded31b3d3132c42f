using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace Hotline.Load.Running;

/// <summary>An answer of the gateway; a status of 0 means that none came.</summary>
internal readonly record struct Answer(int Status, byte[] Body)
{
    public bool Succeeded => Status is >= 200 and < 300;

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Text(string name) => Json.GetProperty(name).GetString()!;
}

/// <summary>Speaks to the gateway as its clients do.</summary>
internal sealed class Api : IDisposable
{
    private static readonly MediaTypeHeaderValue _json = new("application/json") { CharSet = "utf-8" };
    private readonly HttpClient _http;
    private readonly Tokens _tokens;

    /// <param name="gateway">Where requests go.</param>
    /// <param name="tokens">Of whoever asks.</param>
    /// <param name="connections">At most so many at once; a request waits for one that is free.</param>
    public Api(Uri gateway, Tokens tokens, int connections = int.MaxValue)
    {
        _tokens = tokens;
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10), MaxConnectionsPerServer = connections,
        })
        {
            BaseAddress = gateway,
            Timeout = TimeSpan.FromSeconds(60),
            DefaultRequestVersion = HttpVersion.Version11,
        };
    }

    public async Task<Answer> GetAsync(string who, string path, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(who, request, cancellation);
    }

    /// <param name="who">Client or person whose token is sent.</param>
    /// <param name="path">Path at the gateway.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="key">Idempotency-Key; none when null.</param>
    /// <param name="cancellation">Gives up waiting; the act may have happened.</param>
    public async Task<Answer> PostAsync(string who, string path, byte[] body, string? key = null, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = _json } },
        };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await SendAsync(who, request, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(string who, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            request.Headers.Authorization = await _tokens.OfAsync(who);
            using var answer = await _http.SendAsync(request, cancellation);
            return new Answer((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or Launcher.LaunchFailedException
            || fault is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new Answer(0, []);
        }
    }
}
