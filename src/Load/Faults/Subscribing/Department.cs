using System.Collections.Concurrent;
using System.Text.Json;
using Hotline.Launcher.Controlling;
using Hotline.Load.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hotline.Load.Faults.Subscribing;

/// <summary>An event as a department got it.</summary>
/// <param name="Number">Of the case.</param>
/// <param name="Sequence">Counted up per case.</param>
/// <param name="Type">CloudEvents type.</param>
internal sealed record Heard(string Id, string Number, int Sequence, string Type);

/// <summary>The system of a department, subscribed to its feed.</summary>
internal sealed class Department : IAsyncDisposable
{
    /// <summary>The department the routing rules send our complaints to.</summary>
    public const string Code = "water";

    private const ushort Prefetch = 50;
    private const string SourcePrefix = "/cases/";

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly ConcurrentQueue<Heard> _heard = new();
    private volatile TaskCompletionSource _awake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Department(IConnection connection, IChannel channel)
    {
        _connection = connection;
        _channel = channel;
        _awake.SetResult();
    }

    /// <summary>Everything that came, repetitions included, in the order in which it came.</summary>
    public IReadOnlyCollection<Heard> Heard => _heard;

    public static async Task<Department> SubscribeAsync(Api api, Addresses addresses)
    {
        var feed = (await api.GetAsync("dept." + Code, $"/api/v1/units/{Code}/feed")).Json;
        // By the broker's own port: what the feed says leads through our proxy, whose faults are for services.
        var uri = new UriBuilder(feed.GetProperty("uri").GetString()!) { Host = addresses.Broker.Host, Port = addresses.Broker.Port }.Uri;
        var connection = await new ConnectionFactory { Uri = uri, NetworkRecoveryInterval = TimeSpan.FromSeconds(1) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var department = new Department(connection, channel);
        await channel.BasicQosAsync(0, Prefetch, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += department.HearAsync;
        await channel.BasicConsumeAsync(feed.GetProperty("queue").GetString()!, autoAck: false, consumer);
        return department;
    }

    /// <summary>From now on it takes what comes and acknowledges nothing.</summary>
    public void Pause() => _awake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume() => _awake.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Resume();
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task HearAsync(object sender, BasicDeliverEventArgs delivery)
    {
        var message = Read(delivery.Body);
        await _awake.Task;
        _heard.Enqueue(message);
        try
        {
            await _channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        }
        catch (Exception fault) when (fault is RabbitMQ.Client.Exceptions.AlreadyClosedException or RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            // The broker went away; it comes again, and is told by its sequence.
        }
    }

    private static Heard Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return new Heard(
            root.GetProperty("id").GetString()!,
            root.GetProperty("source").GetString()![SourcePrefix.Length..],
            int.Parse(root.GetProperty("sequence").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            root.GetProperty("type").GetString()!);
    }
}
