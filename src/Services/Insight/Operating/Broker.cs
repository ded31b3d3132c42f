using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Hotline.Insight.Operating;

/// <summary>RabbitMQ's management API, of the virtual host that Hotline's own queues are in.</summary>
internal sealed class Broker
{
    private static readonly JsonSerializerOptions SnakeCase = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http;
    private readonly string _vhost;

    public Broker(HttpClient http, IOptions<BrokerOptions> options, IConfiguration configuration)
    {
        var connection = new Uri(configuration.GetConnectionString("rabbitmq")!);
        _http = http;
        _http.BaseAddress = options.Value.ManagementUri ?? throw new InvalidOperationException($"{BrokerOptions.Section}:ManagementUri is not set.");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(connection.UserInfo))));
        var path = connection.AbsolutePath.TrimStart('/');
        _vhost = path.Length == 0 ? "%2F" : path;
    }

    /// <summary>Every queue.</summary>
    public async Task<IReadOnlyList<BrokerQueue>> Queues(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<List<BrokerQueue>>($"/api/queues/{_vhost}", SnakeCase, cancellationToken) ?? [];

    /// <summary>Looks at the first messages of a queue and leaves them there.</summary>
    /// <returns>Null when there is no such queue.</returns>
    public async Task<IReadOnlyList<BrokerMessage>?> Peek(string queue, int count, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(
            $"/api/queues/{_vhost}/{Uri.EscapeDataString(queue)}/get",
            new { Count = count, Ackmode = "ack_requeue_true", Encoding = "auto" }, SnakeCase, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<List<BrokerMessage>>(SnakeCase, cancellationToken) ?? [];
    }
}

/// <summary>A queue as the management API tells of it.</summary>
/// <param name="HeadMessageTimestamp">Unix seconds of the oldest message, where the queue type knows it.</param>
internal sealed record BrokerQueue(string Name, long Messages, long MessagesReady, long MessagesUnacknowledged, int Consumers, long? HeadMessageTimestamp);

/// <summary>A message as the management API tells of it.</summary>
internal sealed record BrokerMessage(string Payload, BrokerProperties Properties);

/// <summary>Its properties.</summary>
internal sealed record BrokerProperties(string? MessageId, Dictionary<string, JsonElement>? Headers);
