using System.Diagnostics;
using Hotline.Load.Driving;
using Hotline.Load.Intake;
using Hotline.Load.Living;
using Hotline.Load.Measuring;
using Hotline.Load.Running;
using Npgsql;

namespace Hotline.Load.Scaling;

/// <summary>What was measured with so many cases stored.</summary>
internal sealed record ScaleStep(
    long Cases, Phase Intake, IReadOnlyDictionary<string, Latencies> Reads, IReadOnlyDictionary<string, int> IdleMemoryMb);

/// <summary>Does a new case cost more, and is anything found more slowly, when many cases are stored?</summary>
internal static class ScaleRun
{
    private const int Clients = 8;
    private const int Reads = 200;
    private static readonly TimeSpan _duration = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private static readonly string[] _words = ["自来水发黄", "水管", "身份证到期", "上门服务", "滨江路", "物业说不归他们管", "滨江路 自来水", "居民都受影响", "学府路 246号", "下雨以后 77"];

    public static async Task<ScaleReport> RunAsync(Instance instance, IReadOnlyList<long> sizes, Action<string> step)
    {
        using var api = new Api(instance.Gateway, new Tokens(instance.Place, instance.Gateway, TimeProvider.System));
        await using var backlog = await BacklogProbe.OpenAsync(instance.Addresses);
        await using var offers = await OfferTap.StartAsync(instance);
        await using var database = NpgsqlDataSource.Create(instance.Addresses.Database);
        await SeedAsync(api, offers, backlog, step);
        var filling = new Filling(database);
        var steps = new List<ScaleStep>();
        foreach (var size in sizes)
        {
            var stored = await filling.FillAsync(size, step);
            step($"Measuring with {stored:N0} cases stored");
            var run = Guid.NewGuid();
            await Drive.ClosedAsync(Clients, TimeSpan.FromSeconds(10), number => SubmitAsync(run, -number));
            var intake = await Phase.RunAsync(instance, backlog, _patience, accepted => Drive.ClosedAsync(Clients, _duration, number => SubmitAsync(run, number), accepted));
            var memory = (await instance.ProcessesAsync(memory: true)).ToDictionary(process => process.Name, process => process.MemoryMb);
            steps.Add(new ScaleStep(stored, intake, await ReadAsync(api), memory));
        }

        return new ScaleReport(steps);

        async Task<bool> SubmitAsync(Guid run, long number) =>
            (await api.PostAsync("web", "/api/v1/cases", CaseBodies.Matter(Math.Abs(number)), $"{run}{number}")).Status == 201;
    }

    // Whole lives in the mission's proportions: what is copied later has all its rows.
    private static async Task SeedAsync(Api api, OfferTap offers, BacklogProbe backlog, Action<string> step)
    {
        step("Living 500 cases to copy from");
        var history = new History(500);
        var life = new Life(api, offers, new Latencies());
        await Parallel.ForEachAsync(Enumerable.Range(0, history.Cases), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            await life.LiveAsync(number, history[number] with { Silent = false }));
        await backlog.DrainedAsync(_patience);
    }

    private static async Task<IReadOnlyDictionary<string, Latencies>> ReadAsync(Api api)
    {
        var reads = new Dictionary<string, Latencies>
        {
            ["worklist to-screen"] = await TimeAsync(api, _ => "/api/v1/worklists/to-screen"),
            ["worklist to-visit"] = await TimeAsync(api, _ => "/api/v1/worklists/to-visit"),
            ["search by text"] = await TimeAsync(api, number => $"/api/v1/search?q={Uri.EscapeDataString(_words[number % _words.Length])}"),
            ["search by phone"] = await TimeAsync(api, number => $"/api/v1/search?q=138{number:00000000}"),
            ["figures"] = await TimeAsync(api, _ => "/api/v1/figures/headline"),
        };
        return reads;
    }

    private static async Task<Latencies> TimeAsync(Api api, Func<int, string> path)
    {
        var latencies = new Latencies();
        for (var number = 0; number < Reads; number++)
        {
            var asked = Stopwatch.GetTimestamp();
            var answer = await api.GetAsync("operator", path(number));
            if (!answer.Succeeded)
            {
                throw new Launcher.LaunchFailedException($"{path(number)} answered {answer.Status}.");
            }

            latencies.Record(Since.Start(asked));
        }

        return latencies;
    }
}
