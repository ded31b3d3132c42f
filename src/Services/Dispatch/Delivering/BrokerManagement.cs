using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Hotline.Dispatch.Delivering;

/// <summary>RabbitMQ's management API, as far as the feed needs it.</summary>
internal sealed class BrokerManagement(HttpClient http)
{
    /// <summary>Client with the address from <see cref="FeedOptions.ManagementUri"/> and the user of the broker's connection string.</summary>
    public static void Configure(IServiceProvider services, HttpClient http)
    {
        ConnectionFactory broker = FeedChannel.Factory(services.GetRequiredService<IConfiguration>(), "/");
        var address = services.GetRequiredService<IOptions<FeedOptions>>().Value.ManagementUri.ToString();
        http.BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{broker.UserName}:{broker.Password}")));
        http.Timeout = TimeSpan.FromSeconds(30);
    }

    /// <summary>Creates what is missing and leaves the rest as it is.</summary>
    public async Task Import(FeedTopology topology, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("api/definitions", topology, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            var reason = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new HttpRequestException($"The broker did not take the feed's topology: {(int)answer.StatusCode} {reason}", null, answer.StatusCode);
        }
    }

    /// <summary>Ends a user's connections: a password that is no longer valid must not go on reading.</summary>
    public async Task CloseConnectionsOf(string user, CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync($"api/connections/username/{Uri.EscapeDataString(user)}", cancellationToken);
        if (answer.StatusCode != HttpStatusCode.NotFound)
            answer.EnsureSuccessStatusCode();
    }
}
