using Hotline.Cities.Routing;

namespace Hotline.Dispatch.Routing;

/// <summary>A routing rule that a ruling made.</summary>
/// <param name="RuledBy">Who ruled: <c>role:subject</c>.</param>
/// <param name="RolledBack">Null while it may be followed.</param>
internal sealed record RulingRule(RoutingRule Rule, string LegalBasis, string RuledBy, RollBack? RolledBack);

/// <summary>The end of a rule, and of its being followed.</summary>
/// <param name="By">Who: <c>role:subject</c>.</param>
public sealed record RollBack(DateTimeOffset At, string By, string Reason);
