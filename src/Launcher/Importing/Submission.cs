using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.Retry;

namespace Hotline.Launcher.Importing;

/// <summary>What became of a row.</summary>
/// <param name="Number">Number of the case; null when it was rejected.</param>
internal sealed record Submitted(string? Number, IReadOnlyList<RowFault> Faults);

/// <summary>Posts cases through the gateway; waits when it is told to, and tries again what is worth it.</summary>
internal sealed class Submission(HttpClient http, Func<Task<string>> token)
{
    private const int MaxAttempts = 12;

    private readonly ResiliencePipeline<HttpResponseMessage> _retry = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(IsWorthAnother),
            MaxRetryAttempts = MaxAttempts,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromSeconds(30),
            UseJitter = true,
            DelayGenerator = outcome => ValueTask.FromResult(outcome.Outcome.Result?.Headers.RetryAfter?.Delta),
        })
        .Build();

    private volatile string? _token;

    /// <exception cref="LaunchFailedException">The gateway takes no rows at all, so going on makes no sense.</exception>
    public async Task<Submitted> SubmitAsync(string key, JsonObject body, CancellationToken cancellation)
    {
        var json = body.ToJsonString();
        using var answer = await SendAsync(key, json, cancellation);
        if (answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK)
        {
            var created = await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return new Submitted((string?)created!["number"], []);
        }

        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError)
        {
            throw new LaunchFailedException($"The gateway answers {(int)answer.StatusCode} {answer.ReasonPhrase}; run it again later, it will go on from here.");
        }

        return new Submitted(null, Faults(await answer.Content.ReadAsStringAsync(cancellation), answer));
    }

    private async Task<HttpResponseMessage> SendAsync(string key, string json, CancellationToken cancellation)
    {
        var answer = await TryAsync(key, json, cancellation);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        // A long import outlives its token.
        answer.Dispose();
        _token = null;
        return await TryAsync(key, json, cancellation);
    }

    private async Task<HttpResponseMessage> TryAsync(string key, string json, CancellationToken cancellation)
    {
        try
        {
            return await _retry.ExecuteAsync(async stop => await PostAsync(key, json, stop), cancellation);
        }
        catch (HttpRequestException fault)
        {
            throw new LaunchFailedException($"{http.BaseAddress} does not answer ({fault.Message}); run it again later, it will go on from here.");
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string key, string json, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases");
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await token());
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await http.SendAsync(request, cancellation);
    }

    private static bool IsWorthAnother(HttpResponseMessage answer) => answer.StatusCode
        is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        or HttpStatusCode.Conflict;

    /// <summary>RFC 9457, with the wrong fields under "errors".</summary>
    private static List<RowFault> Faults(string body, HttpResponseMessage answer)
    {
        try
        {
            var problem = JsonNode.Parse(body);
            var fields = problem?["errors"]?.AsObject()
                .SelectMany(field => field.Value!.AsArray().Select(reason => new RowFault(field.Key, (string?)reason ?? "")))
                .ToList();
            return fields is { Count: > 0 } ? fields : [new RowFault("", (string?)problem?["detail"] ?? (string?)problem?["title"] ?? $"{(int)answer.StatusCode}")];
        }
        catch (JsonException)
        {
            return [new RowFault("", $"{(int)answer.StatusCode} {answer.ReasonPhrase}")];
        }
    }
}
