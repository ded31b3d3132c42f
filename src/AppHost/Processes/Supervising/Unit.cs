using Hotline.Servers.Launching;

namespace Hotline.AppHost.Processes.Supervising;

/// <summary>One process to keep running, and how to tell that it serves.</summary>
internal sealed record Unit
{
    public required string Name { get; init; }

    public int? Port { get; init; }

    /// <summary>Says more than a person at the terminal wants to read: only its warnings are shown there.</summary>
    public bool Quiet { get; init; }

    /// <summary>Names of units that have to be ready before this one starts; it also stops before them.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>The command for the given wave.</summary>
    public required Func<int, ChildCommand> Command { get; init; }

    /// <summary>Runs before each start; takes a sink for lines of log.</summary>
    public Func<Action<string>, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    public required Func<CancellationToken, Task<bool>> IsReady { get; init; }

    /// <summary>Runs when it serves for the first time after a start, before others may rely on it.</summary>
    public Func<CancellationToken, Task> Complete { get; init; } = _ => Task.CompletedTask;
}
