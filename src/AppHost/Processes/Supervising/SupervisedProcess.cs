using Hotline.AppHost.Processes.Output;
using Hotline.Servers.Launching;

namespace Hotline.AppHost.Processes.Supervising;

/// <summary>Keeps one unit running: start, watch, restart with back-off, stop when asked.</summary>
internal sealed class SupervisedProcess(Unit unit, int wave, string runFolder, UnitOutput output, TimeProvider time)
{
    /// <summary>How long a process has to serve to count as sound.</summary>
    private static readonly TimeSpan _sound = TimeSpan.FromSeconds(30);

    /// <summary>More than the 60 s a service takes at most to finish what it is doing.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(90);

    private readonly HealthWatch _health = new(unit, time);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Child? _child;
    private volatile bool _wanted = true;
    private volatile TaskCompletionSource _wantedAgain = new();
    private long _started;

    public Unit Unit => unit;

    public int Wave => wave;

    public ProcessState State { get; private set; } = ProcessState.Waiting;

    public bool Healthy => _health.IsHealthy;

    public int Restarts { get; private set; }

    public int? Pid => _child?.Pid;

    /// <summary>Completes when it serves for the first time.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Lives until the host stops and the process is gone.</summary>
    /// <param name="dependencies">What has to be ready first.</param>
    /// <param name="host">Cancelled when the host stops: from then on nothing is started.</param>
    public async Task RunAsync(IEnumerable<Task> dependencies, CancellationToken host)
    {
        try
        {
            await Task.WhenAll(dependencies).WaitAsync(host);
            var backOff = BackOff.Create(time);
            while (!host.IsCancellationRequested)
            {
                await WantedAsync(host);
                await backOff.ExecuteAsync(LiveAsync, host);
            }
        }
        catch (OperationCanceledException) when (host.IsCancellationRequested)
        {
            // Was waiting for something when the host stopped.
        }

        State = ProcessState.Stopped;
    }

    /// <summary>Ends the process and keeps it down until <see cref="StartAgain"/> or the end of the host.</summary>
    public async Task StopAsync()
    {
        _wanted = false;
        if (_child is { } child)
        {
            State = ProcessState.Stopping;
            await child.StopAsync(_grace);
        }
    }

    public void StartAgain()
    {
        _wanted = true;
        Interlocked.Exchange(ref _wantedAgain, new TaskCompletionSource()).TrySetResult();
    }

    /// <summary>Ends the process without asking it; it is restarted as after a crash.</summary>
    public void Kill() => _child?.Signal(StopSignal.Kill);

    private async Task WantedAsync(CancellationToken host)
    {
        while (!_wanted)
        {
            State = ProcessState.Stopped;
            await _wantedAgain.Task.WaitAsync(host);
        }
    }

    private async ValueTask<Ending> LiveAsync(CancellationToken host)
    {
        if (!_wanted)
        {
            return Ending.Asked;
        }

        if (State == ProcessState.BackingOff)
        {
            Restarts++;
        }

        var child = await StartAsync();
        if (child is null)
        {
            return Failed("could not be started");
        }

        using var alive = new CancellationTokenSource();
        var watching = WatchAsync(alive.Token);
        await StopIfLateAsync(child, host);
        var code = await child.Exited;
        await alive.CancelAsync();
        await watching;
        _child = null;
        return !_wanted || host.IsCancellationRequested ? Ending.Asked : Failed($"ended with exit code {code}");
    }

    private async Task<Child?> StartAsync()
    {
        State = ProcessState.Starting;
        _started = time.GetTimestamp();
        try
        {
            await unit.Prepare(output.Line);
            return _child = Child.Start(unit.Command(wave), runFolder, output.Line);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            output.Note(fault.Message);
            return null;
        }
    }

    /// <summary>The stop of the host may have looked for a child just before there was one.</summary>
    private async Task StopIfLateAsync(Child child, CancellationToken host)
    {
        if (host.IsCancellationRequested || !_wanted)
        {
            await child.StopAsync(_grace);
        }
    }

    private async Task WatchAsync(CancellationToken alive)
    {
        try
        {
            await _health.WatchAsync(OnServing, NoteWhileWanted, alive);
        }
        catch (OperationCanceledException) when (alive.IsCancellationRequested)
        {
            // The process is gone.
        }
    }

    /// <summary>Whoever is being stopped is not ill.</summary>
    private void NoteWhileWanted(string text)
    {
        if (_wanted)
        {
            output.Note(text);
        }
    }

    private void OnServing()
    {
        State = ProcessState.Running;
        output.Note($"ready after {time.GetElapsedTime(_started).TotalSeconds:0.0} s");
        _ready.TrySetResult();
    }

    private Ending Failed(string how)
    {
        var sound = State == ProcessState.Running && time.GetElapsedTime(_started) > _sound;
        State = ProcessState.BackingOff;
        output.Note($"{how}; starting it again");
        return sound ? Ending.AfterServing : Ending.Early;
    }
}
