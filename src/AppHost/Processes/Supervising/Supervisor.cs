using Hotline.AppHost.Processes.Keeping;
using Hotline.AppHost.Processes.Output;
using Hotline.Servers.Launching;

namespace Hotline.AppHost.Processes.Supervising;

/// <summary>Runs all units: starts them as parallel as their waits permit, stops them in reverse order.</summary>
internal sealed class Supervisor : IHostedService, IDisposable
{
    /// <summary>For what a host that was killed leaves behind; a person may be waiting to start again.</summary>
    public static readonly TimeSpan GraceOfLeftovers = TimeSpan.FromSeconds(20);

    private readonly DataFolder _data;
    private readonly CancellationTokenSource _stopping = new();
    private readonly OutputOf _output;
    private Watcher? _watcher;
    private Task _running = Task.CompletedTask;

    public Supervisor(IReadOnlyList<Unit> units, DataFolder data, OutputOf output, TimeProvider time)
    {
        _data = data;
        _output = output;
        var waves = Waves.Of(units);
        Processes = [.. units.Select(unit => new SupervisedProcess(unit, waves[unit.Name], data.Run, output(unit.Name, unit.Quiet), time))];
    }

    /// <summary>In the order of the topology.</summary>
    public IReadOnlyList<SupervisedProcess> Processes { get; }

    public SupervisedProcess? Find(string name) => Processes.FirstOrDefault(process => process.Unit.Name == name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watcher = Watcher.Start(_data.Run, GraceOfLeftovers);
        var ready = Processes.ToDictionary(process => process.Unit.Name, process => process.Ready);
        _running = Task.WhenAll(Processes.Select(process =>
            process.RunAsync(process.Unit.WaitsFor.Select(name => ready[name]), _stopping.Token)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _output("hotline", false).Note("stopping");
        foreach (var wave in Processes.GroupBy(process => process.Wave).OrderByDescending(wave => wave.Key))
        {
            await Task.WhenAll(wave.Select(process => process.StopAsync()));
        }

        await _running;
        _output("hotline", false).Note("stopped");
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _stopping.Dispose();
    }
}

/// <summary>The output of the unit with that name.</summary>
internal delegate UnitOutput OutputOf(string name, bool quiet);
