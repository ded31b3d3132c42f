namespace Hotline.Cities.Clocks;

/// <summary>The times of a clock after all that happened to it.</summary>
/// <param name="PausedAt">Since when it stands still; null while it runs. Until it resumes, the other two are what they were then.</param>
public readonly record struct ClockTimes(DateTimeOffset WarnAt, DateTimeOffset DueAt, DateTimeOffset? PausedAt);
