using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using Hotline.Launcher.Controlling;

namespace Hotline.Load.Faults.Judging;

/// <summary>A queue, and what is in it.</summary>
internal sealed record BrokerQueue([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("messages")] int Messages)
{
    /// <summary>Where messages go that a consumer, or a department, gave up on.</summary>
    public bool IsParking => Name.EndsWith("_error", StringComparison.Ordinal) || Name.EndsWith("_skipped", StringComparison.Ordinal)
        || Name.EndsWith(".dead", StringComparison.Ordinal);
}

/// <summary>Asks the broker's management API.</summary>
internal static class BrokerQueues
{
    public static async Task<IReadOnlyList<BrokerQueue>> ReadAsync(Addresses addresses)
    {
        var root = addresses.BrokerManagement;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(root.UserInfo))));
        return await http.GetFromJsonAsync<List<BrokerQueue>>(new Uri($"http://{root.Authority}/api/queues?columns=name,messages")) ?? [];
    }
}
