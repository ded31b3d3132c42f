using Hotline.Launcher.Controlling;
using Hotline.Servers.Controlling;
using Hotline.Servers.Launching;

namespace Hotline.TestKit;

/// <summary>A running process engine: the whole of Hotline or a smaller topology, with its own data folder and ports.</summary>
public sealed class HostProcess : IDisposable
{
    private const int LastWave = 9;
    private static readonly TimeSpan _startLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan _stopLimit = TimeSpan.FromMinutes(2);

    private readonly ChildCommand _command;
    private readonly ServerLog _log = new();
    private readonly ControlClient _control;
    private Child _child;

    private HostProcess(ChildCommand command, string data, int port)
    {
        _command = command;
        Data = data;
        Port = port;
        _control = new ControlClient(data);
        _child = Child.Start(command, Workspace.RunFolder, _log.Add);
    }

    /// <summary>The data folder, with logs and secrets.</summary>
    public string Data { get; }

    /// <summary>Port of the external endpoint.</summary>
    public int Port { get; }

    public int Pid => _child.Pid;

    /// <summary>The exit code, once the host is gone.</summary>
    public Task<int> Exited => _child.Exited;

    /// <param name="name">Unique in the test process; names the data folder.</param>
    /// <param name="program">The host's dll.</param>
    /// <param name="arguments">For the host.</param>
    public static HostProcess Launch(string name, string program, params string[] arguments)
    {
        var data = Path.Combine(Workspace.Folder, name);
        var port = FreePorts.Next();
        return new HostProcess(
            new ChildCommand
            {
                Name = name,
                Line = ["dotnet", program, .. arguments],
                Environment = new Dictionary<string, string?>
                {
                    ["HOTLINE_DATA"] = data,
                    ["HOTLINE_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                },
                Wave = LastWave,
            },
            data,
            port);
    }

    /// <summary>Starts the host again after it has ended.</summary>
    public void LaunchAgain() => _child = Child.Start(_command, Workspace.RunFolder, _log.Add);

    public async Task<StatusReport> StatusAsync() =>
        await _control.StatusAsync() ?? throw new InvalidOperationException($"The host does not answer:\n{_log}");

    /// <summary>What the host says about one process.</summary>
    public async Task<ProcessReport> StatusAsync(string process) => (await StatusAsync()).Processes.Single(report => report.Name == process);

    /// <summary>Waits until every process, or the ones named, are ready.</summary>
    public Task ReadyAsync(params string[] processes) =>
        UntilAsync(status => status.Processes.Where(report => processes.Length == 0 || processes.Contains(report.Name)).All(report => report.IsReady));

    /// <summary>Waits for a fact about the processes.</summary>
    public Task UntilAsync(Func<StatusReport, bool> holds) => Ready.WaitAsync(
        "The host", async _ => await _control.StatusAsync() is { } status && holds(status), _child.Exited, _log, _startLimit);

    /// <summary>kill -9 of one process; the host starts it again.</summary>
    public Task KillAsync(string process) => _control.ActAsync(process, "kill");

    /// <summary>Stops one process and keeps it down until <see cref="StartAsync"/>.</summary>
    public Task StopAsync(string process) => _control.ActAsync(process, "stop");

    public Task StartAsync(string process) => _control.ActAsync(process, "start");

    /// <summary>Asks the host to stop everything, as SIGTERM does.</summary>
    public Task<int> StopAsync()
    {
        _child.Signal(StopSignal.Term);
        return _child.Exited.WaitAsync(_stopLimit);
    }

    /// <summary>kill -9 of the host itself.</summary>
    public Task<int> KillAsync()
    {
        _child.Signal(StopSignal.Kill);
        return _child.Exited.WaitAsync(_stopLimit);
    }

    /// <summary>The log that the host keeps of a process.</summary>
    public string Log(string process) => File.ReadAllText(Path.Combine(Data, "logs", $"{process}.log"));

    public void Dispose() => _control.Dispose();
}
