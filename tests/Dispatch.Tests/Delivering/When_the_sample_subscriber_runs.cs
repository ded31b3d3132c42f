using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Tests.Hosting;
using Hotline.TestKit;

namespace Hotline.Dispatch.Tests.Delivering;

[Collection(nameof(RunningDispatch))]
public class When_the_sample_subscriber_runs(RunningDispatch running)
{
    private const int Cases = 40;

    private readonly DispatchHost _host = running.Host;

    [Fact]
    public async Task Sees_each_event_in_order_per_case_although_it_is_killed_meanwhile()
    {
        using var client = _host.Client(Role.Department, UnitRef.Department("education"));
        var feed = (await client.GetFromJsonAsync<FeedDetails>("/api/v1/units/education/feed"))!;
        var folder = TemporaryFolder.Create("subscriber");
        History[] histories = [.. Enumerable.Range(0, Cases).Select(_ => Life())];

        using var first = Subscriber.Start(feed, folder);
        var publishing = Task.Run(async () =>
        {
            foreach (var history in histories)
                await _host.Publish(history.Events);
        });
        await Eventually.Holds("it has begun " + string.Join('\n', first.Complaints), () => Task.FromResult(first.Events.Count >= Cases / 2));
        first.Kill();
        await publishing;

        using var second = Subscriber.Start(feed, folder);
        await Eventually.Holds(
            "it has seen all " + string.Join('\n', second.Complaints),
            () => Task.FromResult(Distinct(first, second).Count == Cases * 3));

        foreach (var ofCase in Distinct(first, second).GroupBy(one => one.GetProperty("subject").GetString()))
        {
            Assert.Equal(
                ["dispatched 0000000001", "signed 0000000002", "replied 0000000003"],
                ofCase.Select(one => $"{one.GetProperty("data").GetProperty("event").GetString()} {one.GetProperty("sequence").GetString()}"));
        }
        // Killed between printing and noting, it prints one event again, and never more.
        Assert.InRange(first.Events.Count + second.Events.Count, Cases * 3, (Cases * 3) + 1);
    }

    private static List<JsonElement> Distinct(params Subscriber[] runs) =>
        [.. runs.SelectMany(run => run.Events).DistinctBy(one => one.GetProperty("id").GetString())];

    private static History Life()
    {
        var history = new History().Received();
        history.Dispatched("education");
        history.Signed("education");
        history.Replied("education");
        return history;
    }
}
