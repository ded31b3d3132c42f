using System.Globalization;
using Hotline.Launcher;
using Hotline.Load.Faults.Breaking;
using Hotline.Load.Faults.Judging;
using Hotline.Load.Faults.Reporting;
using Hotline.Load.Faults.Scheduling;
using Hotline.Load.Faults.Subscribing;
using Hotline.Load.Faults.Working;
using Hotline.Load.Measuring;
using Hotline.Load.Running;
using Npgsql;

namespace Hotline.Load.Faults;

/// <summary>One run: an instance of its own, load, faults, healing, judgment.</summary>
internal static class FaultRun
{
    private const string Folder = "faults";

    /// <summary>Citizens come by way of channels, which are systems with a pool each. A machine that is down for minutes would else meet a connection, and
    /// a place in our table of descriptors, for each of thousands who ask again.</summary>
    private const int Connections = 500;

    private static readonly string[] _people = ["web", "operator", "officer.water"];

    public static async Task<FaultReport> RunAsync(Place home, FaultSettings settings, Action<string> say)
    {
        using var crashes = new CrashFolder(Directory.CreateTempSubdirectory("hotline-crash-points-").FullName);
        await using var links = new Links(Path.Combine(home.Data, Folder));
        say($"Starting an instance of its own (seed {settings.Seed})");
        await using var instance = await Instance.StartAsync(home, Folder, Environment(links, crashes));
        var tokens = new Tokens(instance.Place, instance.Gateway, TimeProvider.System);
        using var api = new Api(links.GatewayFor(instance.Place.Port), tokens, Connections);
        // Before anything breaks: an hour is enough for all of the run.
        await Task.WhenAll(_people.Select(tokens.OfAsync));
        // Without a pool: its connections would not outlive the stop of their server.
        await using var database = NpgsqlDataSource.Create(instance.Addresses.Database + ";Pooling=false");
        await using var department = await Department.SubscribeAsync(api, instance.Addresses);

        var history = new History();
        var done = await BreakAsync(settings, instance, links, crashes, api, database, department, history, say);

        say("Waiting until everything has followed the ledger");
        var drained = await new Drain(database, department).WaitAsync(settings.DrainLimit);
        var world = await new WorldReading(database, instance.Addresses, department).ReadAsync();
        await history.WriteAsync(Path.Combine(instance.Place.Data, "history.jsonl"));
        return Summary.Of(settings, history, world, done, drained);
    }

    private static Dictionary<string, string?> Environment(Links links, CrashFolder crashes) => new(links.Settings)
    {
        // Two silos, so that one goes on with the cases of the other while that is frozen.
        ["Replicas__cases"] = "2",
        ["Hotline__CrashPoints"] = crashes.Path,
        // As many as are brought: what is compared with others after the last fault is judged too.
        ["Insight__Screening__PerSecond"] = "50",
        // All of the staff are one operator and one officer, and all clients one address.
        ["Gateway__Limits__Person"] = "5000",
        ["Gateway__Limits__Address"] = "1000",
    };

    private static async Task<BrokenTime> BreakAsync(
        FaultSettings settings,
        Instance instance,
        Links links,
        CrashFolder crashes,
        Api api,
        NpgsqlDataSource database,
        Department department,
        History history,
        Action<string> say)
    {
        var plan = settings.Short ? Schedule.Short(settings.Seed, settings.Duration) : Schedule.Full(settings.Seed, settings.Duration);
        var servers = instance.Addresses;
        var shuffle = new MessageShuffle(servers.Broker, servers.BrokerManagement, await BacklogProbe.QueuesAsync(database), new Random(settings.Seed));
        using var patience = new CancellationTokenSource();
        say($"{plan.Count} faults in {settings.Duration.TotalMinutes:0.#} minutes, {Workload.PerSecond} cases a second");
        var began = TimeProvider.System.GetUtcNow();
        await using var clock = new RunClock();
        var load = new Workload(new Insistence(api, history, clock, patience.Token), history, Letters(settings.Seed), clock).RunAsync(settings.Duration);
        var breaker = new Breaker(instance, links, department, shuffle, crashes, clock, fault => say(Line(fault)));
        var done = await breaker.RunAsync(plan);
        await instance.ReadyAsync();
        await clock.UntilAsync(settings.Duration);
        patience.CancelAfter(settings.Patience);
        await load;
        return new BrokenTime(began, done);
    }

    private static string Line(DoneFault fault) => string.Create(
        CultureInfo.InvariantCulture, $"{fault.At,6:0.0} s  {fault.Kind} {fault.Target}{(fault.Happened ? "" : $" – did not happen: {fault.Note}")}");

    private static string Letters(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 4).Select(_ => (char)('a' + random.Next(26))));
    }
}

/// <summary>What was broken, and when that began.</summary>
internal sealed record BrokenTime(DateTimeOffset Began, IReadOnlyList<DoneFault> Faults);
