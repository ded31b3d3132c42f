using System.Globalization;
using System.Runtime.InteropServices;
using CliWrap;

namespace Hotline.Servers.Launching;

/// <summary>One running process: leads its own session, so a Ctrl-C at the terminal reaches the host alone.</summary>
public sealed partial class Child
{
    private readonly ChildCommand _command;
    private readonly string _pidFile;

    private Child(ChildCommand command, string pidFile, int pid, Task<int> exited)
    {
        _command = command;
        _pidFile = pidFile;
        Pid = pid;
        Exited = exited;
    }

    public int Pid { get; }

    /// <summary>The exit code, once the process is gone and its output is read.</summary>
    public Task<int> Exited { get; }

    /// <param name="command">What to run.</param>
    /// <param name="runFolder">Where pid files go; <see cref="Watcher"/> stops what it finds there when we die.</param>
    /// <param name="line">Called for each line of output.</param>
    public static Child Start(ChildCommand command, string runFolder, Action<string> line)
    {
        var pidFile = Path.Combine(runFolder, $"{command.Wave:00}-{command.Name}");
        var signal = command.Stop.ToString().ToUpperInvariant();
        var running = Cli.Wrap("setsid")
            .WithArguments(["sh", Scripts.Path("launch.sh"), pidFile, signal, .. command.Line])
            .WithEnvironmentVariables(command.Environment)
            .WithWorkingDirectory(command.WorkingDirectory ?? Directory.GetCurrentDirectory())
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return new Child(command, pidFile, running.ProcessId, WaitAsync(running.Task, pidFile, running.ProcessId));
    }

    public void Signal(StopSignal signal) => _ = SendSignal(Pid, (int)signal);

    /// <summary>Asks, waits, and after the grace kills the whole group.</summary>
    public async Task<int> StopAsync(TimeSpan grace)
    {
        Signal(_command.Stop);
        try
        {
            return await Exited.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            _ = SendSignal(-Pid, (int)StopSignal.Kill);
            return await Exited;
        }
    }

    private static async Task<int> WaitAsync(Task<CommandResult> running, string pidFile, int pid)
    {
        var result = await running;
        Forget(pidFile, pid);
        return result.ExitCode;
    }

    /// <summary>A successor may have registered under the same name already.</summary>
    private static void Forget(string pidFile, int pid)
    {
        if (File.Exists(pidFile)
            && File.ReadAllText(pidFile).StartsWith(string.Create(CultureInfo.InvariantCulture, $"{pid} "), StringComparison.Ordinal))
        {
            File.Delete(pidFile);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
