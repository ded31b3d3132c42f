// A department's subscriber, as small as it can honestly be: SampleSubscriber <amqp-uri> <queue> <folder>
// It prints each new event as one line of JSON, once, and in order per case. It may be killed at any moment and started again.
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

var (uri, queue, folder) = (args[0], args[1], args[2]);
var journal = Path.Combine(Directory.CreateDirectory(folder).FullName, "seen.tsv");

// What was handled before: the last sequence of each case. A line that a kill cut in half has no end and does not count.
var last = new Dictionary<string, string>();
if (File.Exists(journal))
{
    var text = await File.ReadAllTextAsync(journal);
    await File.WriteAllTextAsync(journal + ".new", text[..(text.LastIndexOf('\n') + 1)]);
    File.Move(journal + ".new", journal, overwrite: true);
    foreach (var line in await File.ReadAllLinesAsync(journal))
        last[line.Split('\t')[0]] = line.Split('\t')[1];
}
await using var seen = new StreamWriter(journal, append: true) { AutoFlush = true };

// A line a write: a kill leaves no half of one.
await using var printed = Console.OpenStandardOutput();

await using var connection = await new ConnectionFactory { Uri = new Uri(uri) }.CreateConnectionAsync();
await using var channel = await connection.CreateChannelAsync();
await channel.BasicQosAsync(0, prefetchCount: 50, global: false);

var consumer = new AsyncEventingBasicConsumer(channel);
consumer.ReceivedAsync += async (_, delivery) =>
{
    using var message = JsonDocument.Parse(delivery.Body);
    var (source, sequence) = (message.RootElement.GetProperty("source").GetString()!, message.RootElement.GetProperty("sequence").GetString()!);
    // Sequences are padded with zeros: compared as text they are in order. Not later than the last one means seen before.
    if (string.CompareOrdinal(sequence, last.GetValueOrDefault(source)) > 0)
    {
        // Handle it: yours goes here. Killed between this line and the next, it comes again: handle by id, or in one transaction with the journal.
        await printed.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message.RootElement).Append((byte)'\n').ToArray());
        await seen.WriteAsync($"{source}\t{sequence}\n");
        last[source] = sequence;
    }
    await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
};
await channel.BasicConsumeAsync(queue, autoAck: false, consumer);

// Until it is stopped; the client reconnects by itself when the broker was away.
var over = new TaskCompletionSource();
Console.CancelKeyPress += (_, stop) => { stop.Cancel = true; over.TrySetResult(); };
await over.Task;
