using System.Text.Json;
using Hotline.Contracts.Units;

namespace Hotline.Feedback.Tests.Telling;

/// <summary>A channel client that fetches its notices.</summary>
internal static class Outbox
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>The notices of a client, once there are as many as expected: what was committed is shown when no older transaction of the server runs any more.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Notices(this Bench bench, int expected, string client = "web", Role role = Role.Channel)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (true)
        {
            var page = await bench.Read("/api/v1/notices", role, subject: client);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            if (items.Count >= expected)
                return items;
            await Task.Delay(TimeSpan.FromMilliseconds(20), deadline.Token);
        }
    }

    public static string Text(this JsonElement json, params string[] path)
    {
        foreach (var name in path)
            json = json.GetProperty(name);
        return json.GetString()!;
    }

    public static string Kind(this JsonElement notice) => notice.Text("kind");

    public static bool HasInvitation(this JsonElement notice) => notice.TryGetProperty("invitation", out _);
}
