namespace Hotline.Servers.Launching;

/// <summary>What it takes to run one process under a host that may die.</summary>
public sealed record ChildCommand
{
    /// <summary>Unique below one run folder; names the pid file.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments.</summary>
    public required IReadOnlyList<string> Line { get; init; }

    /// <summary>Added to the environment of the host; null removes a name.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public string? WorkingDirectory { get; init; }

    /// <summary>Asks the process to end; PostgreSQL calls its fast stop INT.</summary>
    public StopSignal Stop { get; init; } = StopSignal.Term;

    /// <summary>Processes of a higher wave stop earlier.</summary>
    public int Wave { get; init; }
}

/// <summary>Signals by their Linux number.</summary>
public enum StopSignal
{
    Int = 2,
    Kill = 9,
    Term = 15,
}
