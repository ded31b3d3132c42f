using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Escalation.Scanning;

/// <summary>A deadline that this scanner has taken.</summary>
/// <param name="Unit">Unit the clock holds; null for the desk.</param>
/// <param name="Done">Steps of the ladder behind it.</param>
/// <param name="Claim">Number of this taking; whoever takes the row next gets a higher one.</param>
/// <param name="Failures">Failures in a row of the step at hand.</param>
/// <param name="Moved">It was warned of, and its case has not been told yet that it is due at another time.</param>
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
    int Failures,
    bool Moved = false);

/// <summary>What became of a taken deadline.</summary>
/// <param name="NextAt">When to look again; null when nothing is left to do.</param>
/// <param name="Refused">Why the case would not have the step.</param>
/// <param name="Told">The case knows the due time of now.</param>
internal sealed record Settlement(ClaimedDeadline Deadline, int Done, DateTimeOffset? NextAt, int Failures = 0, string? Refused = null, bool Told = false);
