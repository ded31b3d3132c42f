using System.Text.Json;
using Hotline.Dispatch.Tests.Hosting;
using RabbitMQ.Client;

namespace Hotline.Dispatch.Tests.Delivering;

/// <summary>A department at its queue, with nothing but what the feed's endpoint told it.</summary>
internal sealed class Inbox(IConnection connection, IChannel channel, string queue) : IAsyncDisposable
{
    public IChannel Channel => channel;

    public static async Task<Inbox> Open(FeedDetails feed)
    {
        var factory = new ConnectionFactory { Uri = feed.Uri, AutomaticRecoveryEnabled = false };
        var connection = await factory.CreateConnectionAsync();
        return new Inbox(connection, await connection.CreateChannelAsync(), feed.Queue);
    }

    /// <summary>Reads until so many events of a case are there.</summary>
    public async Task<List<JsonElement>> Read(string number, int count)
    {
        var events = new List<JsonElement>();
        await Eventually.Holds($"{count} events of {number}", async () =>
        {
            while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
            {
                var read = JsonDocument.Parse(message.Body).RootElement;
                if (read.GetProperty("subject").GetString() == number)
                    events.Add(read);
            }
            return events.Count >= count;
        });
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>What <c>GET /api/v1/units/{dept}/feed</c> answers.</summary>
internal sealed record FeedDetails(string Host, int Port, string VirtualHost, string Queue, string DeadQueue, string User, string Password, Uri Uri);
