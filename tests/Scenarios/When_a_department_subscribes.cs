using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Hotline.TestKit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_department_subscribes(City city)
{
    [Fact]
    public async Task The_sample_subscriber_sees_each_dispatch_once_and_in_order_also_after_being_killed()
    {
        var feed = await (await city.As("dept.education")).Gets("/api/v1/units/education/feed");
        var folder = TemporaryFolder.Create("subscriber");
        var seen = new ConcurrentQueue<JsonElement>();

        using var first = Start(feed, folder, seen);
        var numbers = new List<string> { await DispatchAndSign(), await DispatchAndSign() };
        await Eventually.Holds("both cases reached the subscriber", () => Task.FromResult(Numbers(seen).Distinct().Count(numbers.Contains) == 2));
        first.Kill();
        await first.WaitForExitAsync();

        // While it is away, the queue keeps what comes.
        numbers.Add(await DispatchAndSign());
        using var second = Start(feed, folder, seen);
        numbers.Add(await DispatchAndSign());
        await Eventually.Holds("everything reached the subscriber", () => Task.FromResult(
            numbers.TrueForAll(number => seen.Count(e => e.Text("subject") == number) >= 2)));
        second.Kill();

        foreach (var ofCase in seen.GroupBy(e => e.Text("source")))
        {
            var sequences = ofCase.Select(e => int.Parse(e.Text("sequence"), System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(Enumerable.Range(1, sequences.Count), sequences);
        }
        Assert.Equal(seen.Count, seen.DistinctBy(e => e.Text("id")).Count());
        Assert.DoesNotContain(seen, e => e.GetRawText().Contains("13857912345", StringComparison.Ordinal) || e.GetRawText().Contains("张伟", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_user_has_rights_to_its_own_queue_alone()
    {
        var own = await (await city.As("dept.education")).Gets("/api/v1/units/education/feed");
        var other = await (await city.As("dept.water")).Gets("/api/v1/units/water/feed");
        await using var connection = await new ConnectionFactory { Uri = new Uri(own.Text("uri")) }.CreateConnectionAsync();

        await Allowed(connection, channel => channel.BasicGetAsync(own.Text("queue"), autoAck: false));
        await Refused(connection, channel => channel.BasicGetAsync(other.Text("queue"), autoAck: false));
        await Refused(connection, channel => channel.QueueDeclareAsync("mine"));
        await Refused(connection, channel => channel.QueueBindAsync(own.Text("queue"), "hotline.events", "dept.water.#"));
    }

    private async Task<string> DispatchAndSign()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number);
        await staff.Does("dispatch", number, new { unit = "dept.education", reason = "校园用水" });
        await (await city.As("dept.education")).Does("sign", number);
        return number;
    }

    private static IEnumerable<string> Numbers(IEnumerable<JsonElement> events) => events.Select(e => e.Text("subject"));

    private static Process Start(JsonElement feed, string folder, ConcurrentQueue<JsonElement> seen)
    {
        var program = Path.Combine(AppContext.BaseDirectory.Replace("/Scenarios/", "/SampleSubscriber/", StringComparison.Ordinal), "Hotline.SampleSubscriber.dll");
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, feed.Text("uri"), feed.Text("queue"), folder]) { RedirectStandardOutput = true },
        };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } json)
                seen.Enqueue(JsonSerializer.Deserialize<JsonElement>(json));
        };
        process.Start();
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task Allowed(IConnection connection, Func<IChannel, Task> act)
    {
        await using var channel = await connection.CreateChannelAsync();
        await act(channel);
    }

    private static async Task Refused(IConnection connection, Func<IChannel, Task> act)
    {
        await using var channel = await connection.CreateChannelAsync();
        var refusal = await Assert.ThrowsAsync<OperationInterruptedException>(() => act(channel));
        Assert.Equal(403, (int)refusal.ShutdownReason!.ReplyCode);
    }
}
