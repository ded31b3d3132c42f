namespace Hotline.Hosting.Timing;

/// <summary>
/// The one clock of all services: the database's, carried on by what this machine has counted since it was read. Nobody is urged early because the clock of a
/// machine was set forward, and nobody late because it was set back; a machine that was away, and counted nothing meanwhile, is told.
/// </summary>
/// <param name="machine">Counts, and keeps the timers.</param>
public sealed class SharedClock(TimeProvider machine) : TimeProvider
{
    // Less is the way of the answer, or drift that the next reading tells better.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(500);

    private Reading? _from;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <summary>The machine's own time until the database has been read.</summary>
    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref _from) is { } from ? from.Database + machine.GetElapsedTime(from.Count) : machine.GetUtcNow();

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes what the database said.</summary>
    /// <param name="database">Its clock.</param>
    /// <param name="asked">The machine's count when it was asked.</param>
    public ClockReading Read(DateTimeOffset database, long asked)
    {
        var way = machine.GetElapsedTime(asked);
        if (way > Tolerance)
            return ClockReading.TooSlow;
        var now = new Reading(database + way / 2, machine.GetUtcNow(), machine.GetTimestamp());
        if (_from is not { } from)
            return Follow(now, ClockReading.First);
        var counted = machine.GetElapsedTime(from.Count, now.Count);
        if (Same(now.Database - from.Database, counted))
            return ClockReading.Agrees;
        // Two of three: what the database says has passed, what was counted, and what the wall clock of the machine says.
        return Same(now.Wall - from.Wall, now.Database - from.Database) ? Follow(now, ClockReading.StoodStill) : ClockReading.DatabaseJumped;
    }

    private ClockReading Follow(Reading now, ClockReading reading)
    {
        Volatile.Write(ref _from, now);
        return reading;
    }

    private static bool Same(TimeSpan one, TimeSpan other) => (one - other).Duration() <= Tolerance;

    private sealed record Reading(DateTimeOffset Database, DateTimeOffset Wall, long Count);
}

/// <summary>What a reading of the database's clock came to.</summary>
public enum ClockReading
{
    /// <summary>The first: the clock goes by it from now on.</summary>
    First,

    /// <summary>As counted.</summary>
    Agrees,

    /// <summary>This machine was away and has counted nothing: the clock goes by the database again.</summary>
    StoodStill,

    /// <summary>The database's clock was set: the clock goes on as counted.</summary>
    DatabaseJumped,

    /// <summary>The answer took too long to be worth anything.</summary>
    TooSlow,
}
