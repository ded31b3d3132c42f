using System.Text.Json;
using System.Text.Json.Nodes;
using Hotline.Contracts.Cases;
using Hotline.Gateway.Routing;

namespace Hotline.Gateway.Describing;

/// <summary>Fetches the services' OpenAPI documents and keeps the joined one for a while. A service that is down keeps the description it had;
/// one that was never seen is named as absent.</summary>
internal sealed class ServiceDocuments(IConfiguration configuration, TimeProvider clock, ILogger<ServiceDocuments> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeptIncomplete = TimeSpan.FromSeconds(3);

    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Dictionary<string, JsonObject> seen = new(StringComparer.Ordinal);
    private (byte[] Document, DateTimeOffset Until)? joined;

    /// <summary>The joined document as UTF-8 JSON.</summary>
    public async Task<byte[]> Get(CancellationToken ct)
    {
        if (joined is { } kept && clock.GetUtcNow() < kept.Until)
            return kept.Document;
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (joined is { } meanwhile && clock.GetUtcNow() < meanwhile.Until)
                return meanwhile.Document;
            return await Join(ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        oneAtATime.Dispose();
    }

    private async Task<byte[]> Join(CancellationToken ct)
    {
        var found = await Task.WhenAll(RouteTable.ApiServices.Select(service => Fetch(service, ct)));
        foreach (var (service, document) in RouteTable.ApiServices.Zip(found))
        {
            if (document is not null)
                seen[service] = document;
        }
        var order = RouteTable.ApiServices.Where(seen.ContainsKey).Select(service => KeyValuePair.Create(service, seen[service]));
        var absent = RouteTable.ApiServices.Where(service => !seen.ContainsKey(service)).ToList();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(JoinedDocument.Join(order, absent), CaseJson.Options);
        joined = (bytes, clock.GetUtcNow() + (absent.Count == 0 ? Kept : KeptIncomplete));
        return bytes;
    }

    private async Task<JsonObject?> Fetch(string service, CancellationToken ct)
    {
        foreach (var destination in RouteTable.Destinations(configuration, service))
        {
            try
            {
                var text = await client.GetStringAsync(new Uri(destination, "openapi/v1.json"), ct);
                return JsonNode.Parse(text)?.AsObject();
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or JsonException && !ct.IsCancellationRequested)
            {
                log.DescriptionMissing(service, fault.Message);
            }
        }
        return null;
    }
}
