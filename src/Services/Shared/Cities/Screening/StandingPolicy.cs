using System.Collections.Immutable;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Screening;

/// <summary>诉求人信用: what proven abuse of the line costs a citizen's standing. It leads to a slower lane, never to silence.</summary>
/// <param name="Points">Points of a finding that a person upheld; what is not named costs nothing.</param>
/// <param name="SlowFrom">Points from which a citizen's matters take the slower lane.</param>
/// <param name="Days">A finding counts for so long.</param>
/// <param name="SlowBy">In the slower lane a matter takes its turn at the desk as if it had come so much later; no deadline moves.</param>
public sealed record StandingPolicy(ImmutableDictionary<FindingKind, int> Points, int SlowFrom, int Days, TimeSpan SlowBy);
