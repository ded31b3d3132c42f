using System.Diagnostics;
using System.Text.Json;
using Hotline.Load.Measuring;
using Hotline.Load.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hotline.Load.Intake;

/// <summary>
/// Hands cases over to a department while others are taken in, and listens at its queue as its system does: how long after the fact does it know?
/// </summary>
internal sealed class DepartmentProbe : IAsyncDisposable
{
    private const string Code = "water";
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    private readonly Api _api;
    private readonly IConnection _connection;
    private readonly DateTimeOffset _started = TimeProvider.System.GetUtcNow();
    private readonly CancellationTokenSource _stop = new();
    private Task _handing = Task.CompletedTask;

    private DepartmentProbe(Api api, IConnection connection)
    {
        _api = api;
        _connection = connection;
    }

    /// <summary>From the time an event bears until it was received from the queue.</summary>
    public Latencies Latencies { get; } = new();

    public static async Task<DepartmentProbe> StartAsync(Instance instance, Api api)
    {
        var feed = await api.GetAsync($"dept.{Code}", $"/api/v1/units/{Code}/feed");
        var probe = new DepartmentProbe(api, await new ConnectionFactory { Uri = new Uri(feed.Text("uri")) }.CreateConnectionAsync());
        await probe.ListenAsync(feed.Text("queue"));
        probe._handing = Task.Run(probe.HandOverAsync);
        return probe;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _handing;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _connection.DisposeAsync();
    }

    private async Task ListenAsync(string queue)
    {
        var channel = await _connection.CreateChannelAsync();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            var received = TimeProvider.System.GetUtcNow();
            using var message = JsonDocument.Parse(delivery.Body);
            var happened = message.RootElement.GetProperty("time").GetDateTimeOffset();
            // What lay in the queue before there was anybody to take it says nothing about the feed.
            if (happened >= _started)
            {
                Latencies.Record(received - happened);
            }

            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        };
        await channel.BasicQosAsync(0, 200, global: false);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
    }

    private async Task HandOverAsync()
    {
        for (var number = 0L; !_stop.IsCancellationRequested; number++)
        {
            var started = Stopwatch.GetTimestamp();
            var taken = await _api.PostAsync("web", "/api/v1/cases", CaseBodies.Matter(number), Guid.NewGuid().ToString());
            if (taken.Succeeded)
            {
                var path = $"/api/v1/cases/{taken.Text("number")}";
                // Others like it may have had it held by now: a note decides that.
                await _api.PostAsync("operator", $"{path}/accept", """{"note":"probe"}"""u8.ToArray());
                await _api.PostAsync("operator", $"{path}/triage", "{}"u8.ToArray());
                await _api.PostAsync("operator", $"{path}/dispatch", """{"unit":"dept.water","reason":"probe"}"""u8.ToArray());
            }

            var left = _interval - Since.Start(started);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
