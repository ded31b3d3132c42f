using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>并单: the case goes on with another, the lead case, whose answer will be its answer. A unit that had it has it no longer.</summary>
/// <param name="Into">The lead case.</param>
/// <param name="Unit">Unit that had the case until now.</param>
public sealed record CaseMerged(CaseReference Into, UnitRef? Unit, string? Reason) : CaseEvent;

/// <summary>The case goes on by itself again.</summary>
/// <param name="From">The lead case it followed.</param>
public sealed record CaseUnmerged(CaseReference From, string? Reason) : CaseEvent;

/// <summary>On a lead case: another reporter waits for its answer.</summary>
/// <param name="Reporter">The reporter's own case.</param>
/// <param name="ReporterVersion">Version of that case at which it was merged; whoever hears of it late can tell that it is old news.</param>
public sealed record ReporterJoined(CaseReference Reporter, int ReporterVersion) : CaseEvent;

/// <summary>On a lead case: a reporter waits for its answer no longer.</summary>
/// <param name="ReporterVersion">Version of the reporter's case at which it left.</param>
public sealed record ReporterLeft(CaseReference Reporter, int ReporterVersion) : CaseEvent;
