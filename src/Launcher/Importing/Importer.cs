using System.Text.Json.Nodes;

namespace Hotline.Launcher.Importing;

/// <summary>How an import went.</summary>
internal sealed record ImportCount(int Created, int Earlier, int Rejected);

/// <summary>Sends the rows of a file, several at a time.</summary>
internal sealed class Importer(Mapping mapping, string channel, Submission submission, ImportJournal journal)
{
    /// <summary>Enough to keep the gateway busy, few enough to leave it to others.</summary>
    private const int AtATime = 8;

    private readonly RowReading _reading = new(mapping);
    private readonly IdempotencyKeys _keys = new($"{mapping.Source}\u001e{channel}");
    private int _created;
    private int _earlier;

    public RejectedRows Rejected { get; } = new();

    /// <param name="rows">Read as they are needed.</param>
    /// <param name="progress">Called after each row.</param>
    /// <param name="cancellation">Stops after the rows that are on their way.</param>
    public async Task<ImportCount> RunAsync(IEnumerable<SourceRow> rows, Action progress, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation };
        // Read in order, so that equal rows get the same keys in each run.
        await Parallel.ForEachAsync(rows.Select(Prepare), options, async (row, stop) =>
        {
            await SendAsync(row.Row, row.Key, stop);
            progress();
        });
        return new ImportCount(_created, _earlier, Rejected.Count);
    }

    private (CaseRow Row, string Key) Prepare(SourceRow source)
    {
        var row = mapping == Native && source.Json is { } json
            ? new CaseRow(source, json.ToJsonString(), json.DeepClone().AsObject(), [])
            : _reading.Read(source);
        return (row, _keys.Of(row.Key));
    }

    /// <summary>JSON that already has the shape of the API.</summary>
    public static Mapping Native { get; } = new() { Source = "json" };

    private async Task SendAsync(CaseRow row, string key, CancellationToken cancellation)
    {
        if (row.Case is null)
        {
            Rejected.Add(row.Row.Number, row.Faults);
            return;
        }

        if (journal.Has(key))
        {
            Interlocked.Increment(ref _earlier);
            return;
        }

        var submitted = await submission.SubmitAsync(key, ForChannel(row.Case), cancellation);
        if (submitted.Number is { } number)
        {
            journal.Add(key, number);
            Interlocked.Increment(ref _created);
        }
        else
        {
            Rejected.Add(row.Row.Number, submitted.Faults);
        }
    }

    /// <summary>Only an import may say when something was taken in; for another channel that is when it happened.</summary>
    private JsonObject ForChannel(JsonObject body)
    {
        if (channel != ImportCommand.Channel && body["receivedAt"] is { } received)
        {
            body.Remove("receivedAt");
            body["occurredAt"] ??= received;
        }

        return body;
    }
}
