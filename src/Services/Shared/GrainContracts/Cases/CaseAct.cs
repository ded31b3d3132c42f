using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>Something done to a case that exists.</summary>
/// <param name="By">Who does it.</param>
/// <param name="OperationId">Names this one doing of it: a repetition with the same id changes nothing.</param>
[GenerateSerializer, Immutable, Alias("act")]
public abstract record CaseAct(Actor By, Guid OperationId);

/// <summary>受理. Of a case that is held, it decides the findings.</summary>
/// <param name="Note">For the record; needed where findings are decided.</param>
/// <param name="Upheld">Findings that are true all the same.</param>
[GenerateSerializer, Immutable, Alias("accept-case")]
public sealed record AcceptCase(Actor By, Guid OperationId, string? Note = null, IReadOnlyList<FindingKind>? Upheld = null) : CaseAct(By, OperationId);

/// <summary>Records that parts of the matter are cases of their own now.</summary>
/// <param name="Into">Their numbers.</param>
[GenerateSerializer, Immutable, Alias("split-case")]
public sealed record SplitCase(Actor By, Guid OperationId, IReadOnlyList<string> Into) : CaseAct(By, OperationId);

/// <summary>Corrects the category of a case that a unit has; dispatches it anew when another unit is in charge of that.</summary>
/// <param name="Lead">Unit in charge of the category; the one that has it keeps it when it is the same.</param>
/// <param name="Rule">Rule that says so.</param>
/// <param name="Ruling">认定 behind the rule.</param>
[GenerateSerializer, Immutable, Alias("recategorize-case")]
public sealed record RecategorizeCase(
    Actor By, Guid OperationId, string Category, bool Sealed, UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string? Rule, string Reason,
    RulingCitation? Ruling = null) : CaseAct(By, OperationId);

/// <summary>甄别: what was found about the case beside others. By Hotline itself.</summary>
[GenerateSerializer, Immutable, Alias("hold-case")]
public sealed record HoldCase(Actor By, Guid OperationId, IReadOnlyList<Finding> Findings) : CaseAct(By, OperationId);

/// <summary>不予受理.</summary>
/// <param name="WhereToGo">Who can help instead; by the city's policy when null.</param>
/// <param name="Upheld">Findings that are true besides those that agree with the reason.</param>
[GenerateSerializer, Immutable, Alias("decline-case")]
public sealed record DeclineCase(
    Actor By, Guid OperationId, DeclineReason Reason, string Explanation, string? WhereToGo, IReadOnlyList<FindingKind>? Upheld = null) : CaseAct(By, OperationId);

/// <summary>Adds when, where and whose it is to what the matter told. What is null stays as it was.</summary>
/// <param name="PhoneHash">Of <paramref name="Phone"/>.</param>
[GenerateSerializer, Immutable, Alias("complete-details")]
public sealed record CompleteDetails(
    Actor By, Guid OperationId, SubmittedPlace? Place, DateTimeOffset? OccurredAt, string? Name = null, string? Phone = null, string? PhoneHash = null)
    : CaseAct(By, OperationId);

/// <summary>初办. What is null stays as it was. On a received case it accepts as well: who checks a matter has taken it on.</summary>
/// <param name="Sealed">Set when the category is a confidential lane.</param>
/// <param name="ProposedLead">Unit the routing rules propose for the category as it will be.</param>
/// <param name="Rule">Rule behind the proposal.</param>
/// <param name="ProposedAssisting">Units it proposes to assist.</param>
/// <param name="Why">The rule in words.</param>
[GenerateSerializer, Immutable, Alias("triage-case")]
public sealed record TriageCase(
    Actor By, Guid OperationId, string Category, CaseKind? Kind, CaseType? Type, Urgency? Urgency, bool Sealed, UnitRef? ProposedLead, string? Rule,
    IReadOnlyList<UnitRef>? ProposedAssisting = null, string? Why = null)
    : CaseAct(By, OperationId);

/// <summary>交办: to a department, a merchant or an expert.</summary>
/// <param name="Rule">Routing rule that chose the unit; null when a person did.</param>
/// <param name="Ruling">认定 behind the rule.</param>
[GenerateSerializer, Immutable, Alias("dispatch-case")]
public sealed record DispatchCase(
    Actor By, Guid OperationId, UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string? Rule, string? Reason, RulingCitation? Ruling = null)
    : CaseAct(By, OperationId);

/// <summary>协办: asks one more unit to assist, or asks one that has done its part for more.</summary>
/// <param name="Task">What it is to do; internal, sealed.</param>
[GenerateSerializer, Immutable, Alias("attach-unit")]
public sealed record AttachUnit(Actor By, Guid OperationId, UnitRef Unit, string Task) : CaseAct(By, OperationId);

/// <summary>An assisting unit reports that its part is done.</summary>
/// <param name="Record">What it did; internal, sealed.</param>
[GenerateSerializer, Immutable, Alias("finish-assist")]
public sealed record FinishAssist(Actor By, Guid OperationId, string Record) : CaseAct(By, OperationId);

/// <summary>签收.</summary>
[GenerateSerializer, Immutable, Alias("sign-case")]
public sealed record SignCase(Actor By, Guid OperationId) : CaseAct(By, OperationId);

/// <summary>退单: "not mine", in time.</summary>
/// <param name="Proper">Unit that it holds to be the proper one.</param>
[GenerateSerializer, Immutable, Alias("return-case")]
public sealed record ReturnCase(
    Actor By, Guid OperationId, ReturnReason Reason, string LegalBasis, string Explanation, UnitRef? Proper = null) : CaseAct(By, OperationId);

/// <summary>First (or further) contact with the citizen.</summary>
/// <param name="Note">Internal; sealed.</param>
[GenerateSerializer, Immutable, Alias("contact-citizen")]
public sealed record ContactCitizen(Actor By, Guid OperationId, bool Reached, string? Note) : CaseAct(By, OperationId);

/// <summary>How far the handling has come.</summary>
/// <param name="Note">Internal; sealed.</param>
[GenerateSerializer, Immutable, Alias("note-progress")]
public sealed record NoteProgress(Actor By, Guid OperationId, string Note) : CaseAct(By, OperationId);

/// <summary>Answers a supervision (督办).</summary>
/// <param name="Answer">Why it takes so long and what will be done; internal, sealed.</param>
[GenerateSerializer, Immutable, Alias("answer-supervision")]
public sealed record AnswerSupervision(Actor By, Guid OperationId, string Answer) : CaseAct(By, OperationId);

/// <summary>挂起: the clocks stand still.</summary>
/// <param name="Note">Internal; sealed.</param>
[GenerateSerializer, Immutable, Alias("pause-case")]
public sealed record PauseCase(Actor By, Guid OperationId, PauseReason Reason, string? Note) : CaseAct(By, OperationId);

/// <summary>The clocks go on.</summary>
/// <param name="Note">Internal; sealed.</param>
[GenerateSerializer, Immutable, Alias("resume-case")]
public sealed record ResumeCase(Actor By, Guid OperationId, string? Note) : CaseAct(By, OperationId);

/// <summary>延期: by the lead unit, before it is due.</summary>
[GenerateSerializer, Immutable, Alias("ask-extension")]
public sealed record AskExtension(Actor By, Guid OperationId, int WorkingDays, string LegalBasis, string Reason) : CaseAct(By, OperationId);

/// <summary>A supervisor's word on an extension.</summary>
/// <param name="Reason">Why not; needed to refuse.</param>
[GenerateSerializer, Immutable, Alias("decide-extension")]
public sealed record DecideExtension(Actor By, Guid OperationId, bool Granted, string? Reason) : CaseAct(By, OperationId);

/// <summary>答复. By the lead unit, or by an operator who answers a consultation at once.</summary>
/// <param name="Record">Internal handling record; sealed.</param>
/// <param name="Answer">Public answer to the citizen.</param>
/// <param name="Articles">Knowledge articles cited.</param>
/// <param name="Outcome">Out of power or unfounded, when that is what the answer says.</param>
[GenerateSerializer, Immutable, Alias("reply-case")]
public sealed record ReplyCase(
    Actor By, Guid OperationId, string? Record, string Answer, IReadOnlyList<string> Articles, DateTimeOffset? AnsweredAt = null, CloseOutcome? Outcome = null)
    : CaseAct(By, OperationId);

/// <summary>A reviewer's word on an answer.</summary>
/// <param name="Faults">What is wrong with it, when it is not approved.</param>
/// <param name="Remarks">What to do better; needed when it is not approved.</param>
[GenerateSerializer, Immutable, Alias("review-answer")]
public sealed record ReviewAnswer(Actor By, Guid OperationId, bool Approved, IReadOnlyList<AnswerFault> Faults, string? Remarks) : CaseAct(By, OperationId);

/// <summary>Adds a file that is stored already.</summary>
/// <param name="Name">As it was sent; sealed.</param>
[GenerateSerializer, Immutable, Alias("add-file")]
public sealed record AddFile(Actor By, Guid OperationId, FileFacts File, string Name) : CaseAct(By, OperationId);

/// <summary>To another officer of the same unit.</summary>
/// <param name="To">Subject of the officer.</param>
[GenerateSerializer, Immutable, Alias("transfer-case")]
public sealed record TransferCase(Actor By, Guid OperationId, string To, string? Reason) : CaseAct(By, OperationId);

/// <summary>Takes the case from a unit that let a deadline pass in silence.</summary>
[GenerateSerializer, Immutable, Alias("take-back-case")]
public sealed record TakeBackCase(Actor By, Guid OperationId, string Reason) : CaseAct(By, OperationId);

/// <summary>Asks the citizen; the case waits.</summary>
[GenerateSerializer, Immutable, Alias("ask-citizen")]
public sealed record AskCitizen(Actor By, Guid OperationId, string Question) : CaseAct(By, OperationId);

/// <summary>The citizen tells more; ends the wait for an answer.</summary>
[GenerateSerializer, Immutable, Alias("add-information")]
public sealed record AddInformation(Actor By, Guid OperationId, string Text) : CaseAct(By, OperationId);

/// <summary>回访.</summary>
/// <param name="UnitAtFault">Dissatisfaction is the unit's fault: staff's finding, or what the city says of the reason the citizen chose.</param>
/// <param name="Comment">The citizen's own words.</param>
/// <param name="OfReply">When the unit gave the reply that the citizen was asked about: refused once it has replied anew. Null: about the last one.</param>
[GenerateSerializer, Immutable, Alias("visit-case")]
public sealed record VisitCase(
    Actor By, Guid OperationId, VisitAnswers Answers, string? Reason, bool UnitAtFault,
    VisitWay Via = VisitWay.Phone, string? Comment = null, DateTimeOffset? OfReply = null) : CaseAct(By, OperationId);

/// <summary>Open a closed case again; of a declined one: the citizen's appeal, or staff's overturning.</summary>
[GenerateSerializer, Immutable, Alias("reopen-case")]
public sealed record ReopenCase(Actor By, Guid OperationId, string Reason) : CaseAct(By, OperationId);

/// <summary>The citizen takes the matter back.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-case")]
public sealed record WithdrawCase(Actor By, Guid OperationId, string? Reason) : CaseAct(By, OperationId);
