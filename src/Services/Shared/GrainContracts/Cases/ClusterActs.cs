using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>并单: the case shall go on with a lead case. By staff.</summary>
/// <param name="IntoKind">Line of the lead case.</param>
[GenerateSerializer, Immutable, Alias("merge-case")]
public sealed record MergeCase(Actor By, Guid OperationId, CaseReference Into, CaseKind IntoKind, string? Reason) : CaseAct(By, OperationId);

/// <summary>The case goes on by itself again. By staff; by Hotline itself when the lead case ends without an answer.</summary>
/// <param name="From">Refused unless it follows this lead; null for whichever it follows.</param>
[GenerateSerializer, Immutable, Alias("unmerge-case")]
public sealed record UnmergeCase(Actor By, Guid OperationId, CaseReference? From, string? Reason) : CaseAct(By, OperationId);

/// <summary>Tells a lead case of a reporter. By Hotline itself.</summary>
/// <param name="ReporterVersion">Version of the reporter's case at which it was merged.</param>
[GenerateSerializer, Immutable, Alias("add-reporter")]
public sealed record AddReporter(Actor By, Guid OperationId, CaseReference Reporter, int ReporterVersion) : CaseAct(By, OperationId);

/// <summary>Tells a lead case that a reporter left. By Hotline itself.</summary>
/// <param name="ReporterVersion">Version of the reporter's case at which it left.</param>
[GenerateSerializer, Immutable, Alias("remove-reporter")]
public sealed record RemoveReporter(Actor By, Guid OperationId, CaseReference Reporter, int ReporterVersion) : CaseAct(By, OperationId);

/// <summary>Gives a follower the answer of its lead case. By Hotline itself.</summary>
/// <param name="Unit">Unit that answered the lead case.</param>
[GenerateSerializer, Immutable, Alias("answer-follower")]
public sealed record AnswerFollower(Actor By, Guid OperationId, CaseReference From, UnitRef? Unit, string Answer) : CaseAct(By, OperationId);

/// <summary>Who goes on with a case.</summary>
[GenerateSerializer, Immutable, Alias("case-followers")]
public sealed record CaseFollowers(IReadOnlyList<CaseReference> Cases);
