namespace Hotline.Load.Faults.Scheduling;

/// <summary>What can go wrong.</summary>
internal enum FaultKind
{
    /// <summary>kill -9; the host starts the process again.</summary>
    Kill,

    /// <summary>The process ends itself at a named place in its code.</summary>
    Crash,

    /// <summary>SIGSTOP, and SIGCONT later: it wakes up in a world that has gone on, with its writes half done.</summary>
    Freeze,

    /// <summary>Like <see cref="Freeze"/>, of one who reads a queue: what it does not read piles up.</summary>
    SlowConsumer,

    /// <summary>A department that takes messages and acknowledges none.</summary>
    SlowDepartment,

    StopBroker,

    /// <summary>SIGQUIT: every session is cut, and the next start recovers from the log.</summary>
    StopDatabase,

    Latency,
    Reset,
    Blackhole,

    /// <summary>Requests arrive, answers do not: whoever asked asks again.</summary>
    LostAnswers,

    /// <summary>Messages come to their consumers late, out of order and up to three times.</summary>
    Shuffle,
}

/// <summary>One thing to break.</summary>
/// <param name="At">Since the start of the load.</param>
/// <param name="Target">Name of a process, a link, or a crash point with its process.</param>
/// <param name="Length">How long it lasts; zero for what is over at once.</param>
internal sealed record PlannedFault(TimeSpan At, FaultKind Kind, string Target, TimeSpan Length)
{
    public TimeSpan End => At + Length;
}
