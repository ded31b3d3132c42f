using Hotline.Load.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hotline.Load.Living;

/// <summary>The systems of the departments that get cases: they take what their feed brings, as subscribers do. A queue nobody reads is full one day, and its feed stands still.</summary>
internal sealed class DepartmentReaders : IAsyncDisposable
{
    private const ushort Prefetch = 500;
    private static readonly string[] _codes = ["water", "health"];
    private readonly List<IConnection> _connections = [];

    private DepartmentReaders()
    {
    }

    public static async Task<DepartmentReaders> StartAsync(Api api)
    {
        var readers = new DepartmentReaders();
        foreach (var code in _codes)
        {
            var feed = await api.GetAsync($"dept.{code}", $"/api/v1/units/{code}/feed");
            var connection = await new ConnectionFactory { Uri = new Uri(feed.Text("uri")) }.CreateConnectionAsync();
            readers._connections.Add(connection);
            await ReadAsync(connection, feed.Text("queue"));
        }

        return readers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
    }

    private static async Task ReadAsync(IConnection connection, string queue)
    {
        var channel = await connection.CreateChannelAsync();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) => await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        await channel.BasicQosAsync(0, Prefetch, global: false);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
    }
}
