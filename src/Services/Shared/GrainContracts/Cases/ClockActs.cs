using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>Records that a deadline comes near. By the escalation service; refused once the clock no longer runs.</summary>
/// <param name="Assisting">Unit whose clock it is, when that is one of those that assist; otherwise whoever holds the case is meant.</param>
[GenerateSerializer, Immutable, Alias("warn-deadline")]
public sealed record WarnOfDeadline(Actor By, Guid OperationId, string Clock, DateTimeOffset DueAt, UnitRef? Assisting = null) : CaseAct(By, OperationId);

/// <summary>Records that a deadline that was warned of is due at another time. By the escalation service.</summary>
/// <param name="Assisting">Unit whose clock it is, when that is one of those that assist; otherwise whoever holds the case is meant.</param>
[GenerateSerializer, Immutable, Alias("move-deadline")]
public sealed record MoveDeadline(Actor By, Guid OperationId, string Clock, DateTimeOffset DueAt, UnitRef? Assisting = null) : CaseAct(By, OperationId);

/// <summary>Records that a deadline passed and urges the unit. By the escalation service.</summary>
/// <param name="Assisting">Unit whose clock it is, when that is one of those that assist; otherwise whoever holds the case is meant.</param>
[GenerateSerializer, Immutable, Alias("miss-deadline")]
public sealed record MissDeadline(Actor By, Guid OperationId, string Clock, DateTimeOffset DueAt, UnitRef? Assisting = null) : CaseAct(By, OperationId);

/// <summary>Opens supervision of a level over a missed deadline. By the escalation service.</summary>
/// <param name="Level">1 the unit, 2 its head, 3 the city.</param>
/// <param name="Assisting">Unit whose clock it is, when that is one of those that assist; otherwise whoever holds the case is meant.</param>
[GenerateSerializer, Immutable, Alias("open-supervision")]
public sealed record OpenSupervision(Actor By, Guid OperationId, string Clock, int Level, DateTimeOffset DueAt, UnitRef? Assisting = null) : CaseAct(By, OperationId);
