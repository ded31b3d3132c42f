using System.Collections.Concurrent;
using System.Diagnostics;
using Hotline.Load.Driving;
using Hotline.Load.Living;
using Hotline.Load.Measuring;
using Hotline.Load.Running;

namespace Hotline.Load.Retelling;

/// <summary>Messages of the past, each told to its end; then the reply times of the city and of every unit are compared with the file's.</summary>
internal static class RetellRun
{
    private const int AtOnce = 16;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    public static async Task<RetellReport> RunAsync(Instance instance, IReadOnlyList<Message> messages, string category, Action<string> step)
    {
        using var api = new Api(instance.Gateway, new Tokens(instance.Place, instance.Gateway, TimeProvider.System));
        await using var backlog = await BacklogProbe.OpenAsync(instance.Addresses);
        await using var departments = await DepartmentReaders.StartAsync(api);
        var acts = new Latencies();
        var retelling = new Retelling(api, category, acts);
        var (told, failures) = (new ConcurrentBag<Retold>(), new ConcurrentQueue<string>());
        var phase = await Phase.RunAsync(instance, backlog, _patience, lived => TellAllAsync(retelling, messages, told, failures, lived));
        foreach (var failure in failures.Take(10))
        {
            step(failure);
        }

        var found = await FoundAsync(api, "");
        found.AddRange(await FoundAsync(api, "?by=unit"));
        return new RetellReport([.. told], phase, acts, Expected([.. told]), found);
    }

    private static async Task<Driven> TellAllAsync(
        Retelling retelling, IReadOnlyList<Message> messages, ConcurrentBag<Retold> told, ConcurrentQueue<string> failures, Action lived)
    {
        var latencies = new Latencies();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (message, _) =>
        {
            var born = Stopwatch.GetTimestamp();
            try
            {
                told.Add(await retelling.TellAsync(message));
                lived();
            }
            catch (LifeFailedException failed)
            {
                failures.Enqueue($"row {message.Row}: {failed.Message}");
            }

            latencies.Record(Since.Start(born));
        });
        var elapsed = Since.Start(started);
        return new Driven(told.Count, failures.Count, elapsed, told.Count / elapsed.TotalSeconds, latencies);
    }

    private static List<ReplyTimes> Expected(IReadOnlyList<Retold> told) => told.Count == 0 ? [] :
    [
        ReplyTimes.Of(null, told.Select(one => one.Message)),
        .. told.GroupBy(one => one.Unit).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => ReplyTimes.Of(unit.Key, unit.Select(one => one.Message))),
    ];

    private static async Task<List<ReplyTimes>> FoundAsync(Api api, string by)
    {
        var answer = await api.GetAsync("supervisor", $"/api/v1/figures/reply-times{by}");
        return answer.Succeeded ? [.. ReplyTimes.Of(answer.Json)] : [];
    }
}
