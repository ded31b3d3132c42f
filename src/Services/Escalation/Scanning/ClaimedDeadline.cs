using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Escalation.Scanning;

/// <summary>A deadline that this scanner has taken.</summary>
/// <param name="Unit">Unit the clock holds; null for the desk.</param>
/// <param name="Done">Steps of the ladder behind it.</param>
/// <param name="Claim">Number of this taking; whoever takes the row next gets a higher one.</param>
/// <param name="Failures">Failures in a row of the step at hand.</param>
internal sealed record ClaimedDeadline(
    CaseId CaseId,
    ClockName Clock,
    int StartedVersion,
    UnitRef? Unit,
    DateTimeOffset StartedAt,
    DateTimeOffset WarnAt,
    DateTimeOffset DueAt,
    int Done,
    long Claim,
    int Failures);

/// <summary>What became of a taken deadline.</summary>
/// <param name="NextAt">When to look again; null when nothing is left to do.</param>
/// <param name="Refused">Why the case would not have the step.</param>
internal sealed record Settlement(ClaimedDeadline Deadline, int Done, DateTimeOffset? NextAt, int Failures = 0, string? Refused = null);
