using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>交办: handed to a lead unit. From here on its clocks run.</summary>
/// <param name="Rule">Routing rule that chose the unit; null when a person did.</param>
/// <param name="Round">1 for the first hand-over, then counted up by re-dispatch.</param>
/// <param name="Ruling">认定 that the hand-over follows: given in this case, or behind the rule.</param>
public sealed record CaseDispatched(
    UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string? Rule, string? Reason, int Round, RulingCitation? Ruling = null) : CaseEvent;

/// <summary>协办: a unit is to assist in a case that another leads. What it is to do is sealed as an internal record.</summary>
/// <param name="Round">Hand-over in which it assists.</param>
public sealed record UnitAttached(UnitRef Unit, int Round) : CaseEvent;

/// <summary>An assisting unit has done its part. What it did is sealed as an internal record.</summary>
public sealed record AssistFinished(UnitRef Unit) : CaseEvent;

/// <summary>签收: the lead unit confirmed receipt.</summary>
public sealed record CaseSigned(UnitRef Unit) : CaseEvent;

/// <summary>退单, within the return window; does not count against the unit.</summary>
/// <param name="Proper">Unit that it holds to be the proper one, if it names any.</param>
public sealed record CaseReturned(UnitRef Unit, ReturnReason Reason, string LegalBasis, string Explanation, UnitRef? Proper = null) : CaseEvent;

/// <summary>The unit spoke to the citizen for the first time (or again).</summary>
public sealed record CitizenContacted(UnitRef Unit, bool Reached) : CaseEvent;

/// <summary>A unit's note on how far it has come. The note itself is sealed.</summary>
/// <param name="By">Unit that wrote it; null for the hotline's desk.</param>
public sealed record ProgressNoted(UnitRef? By) : CaseEvent;

/// <summary>挂起: whoever has the case cannot go on. Its clocks stand still until it is resumed. A note is sealed.</summary>
/// <param name="By">Unit that paused it; null for the hotline's desk.</param>
/// <param name="Question">What the citizen is asked, when that is what it waits for.</param>
public sealed record CasePaused(UnitRef? By, PauseReason Reason, string? Question = null) : CaseEvent;

/// <summary>The wait is over: the clocks go on with the time that was left.</summary>
/// <param name="By">Unit that resumed it; null for the hotline's desk.</param>
public sealed record CaseResumed(UnitRef? By) : CaseEvent;

/// <summary>延期: the unit asks for more time, before it is due. Nothing changes until a supervisor decides.</summary>
/// <param name="WorkingDays">How many more.</param>
public sealed record ExtensionAsked(UnitRef Unit, int WorkingDays, string LegalBasis, string Reason) : CaseEvent;

/// <summary>More time was granted.</summary>
/// <param name="DueAt">When the handling clock is due now.</param>
public sealed record ExtensionGranted(UnitRef Unit, int WorkingDays, DateTimeOffset DueAt) : CaseEvent;

/// <summary>No more time.</summary>
public sealed record ExtensionRefused(UnitRef Unit, string Reason) : CaseEvent;

/// <summary>答复: the public answer; the internal record stays sealed.</summary>
/// <param name="By">Unit that answered; null when the operator answered at once from knowledge.</param>
/// <param name="Articles">Knowledge articles the answer cites.</param>
/// <param name="From">Lead case whose answer this is; null when it was given to this case itself.</param>
/// <param name="AnsweredAt">When the unit answered, of an imported matter that was answered elsewhere before; null when that is the time of the event.</param>
/// <param name="Outcome">Out of power or unfounded, when that is what the answer says; null when something was done.</param>
public sealed record CaseReplied(
    UnitRef? By, string Answer, IReadOnlyList<string> Articles, CaseReference? From = null, DateTimeOffset? AnsweredAt = null,
    CloseOutcome? Outcome = null) : CaseEvent;

/// <summary>The unit has answered, and somebody reviews the answer before the citizen gets it. The internal record is sealed.</summary>
/// <param name="Faults">What rules find wrong with it; empty where the category is always reviewed.</param>
/// <param name="AnsweredAt">As of <see cref="CaseReplied"/>.</param>
/// <param name="Outcome">As of <see cref="CaseReplied"/>: such an answer is always reviewed, since it takes the case out of the unit's figures.</param>
public sealed record AnswerSubmitted(
    UnitRef By, string Answer, IReadOnlyList<string> Articles, IReadOnlyList<AnswerFault> Faults, DateTimeOffset? AnsweredAt = null,
    CloseOutcome? Outcome = null) : CaseEvent;

/// <summary>The answer goes back to the unit, with a clock of its own.</summary>
/// <param name="Remarks">What has to be done better.</param>
public sealed record ReworkOrdered(UnitRef Unit, IReadOnlyList<AnswerFault> Faults, string Remarks) : CaseEvent;

/// <summary>Another officer of the lead unit handles it from now on.</summary>
/// <param name="From">Subject of the officer before; null when nobody had it.</param>
/// <param name="To">Subject of the officer.</param>
public sealed record CaseTransferred(UnitRef Unit, string? From, string To, string? Reason) : CaseEvent;

/// <summary>Taken from a unit that let a deadline pass in silence; waits for another dispatch, and counts against the unit.</summary>
public sealed record CaseTakenBack(UnitRef Unit, string Clock, string Reason) : CaseEvent;

/// <summary>The citizen is asked something; the case waits for the answer.</summary>
public sealed record CitizenAsked(UnitRef? By, string Question) : CaseEvent;

/// <summary>The citizen, or somebody for the citizen, told more about the matter.</summary>
/// <param name="Text">Masked as the matter itself; the words as written are sealed.</param>
public sealed record InformationAdded(string Text) : CaseEvent;

/// <summary>A file was added: proof of what was done, or what the citizen sends along. Its content lies outside of the ledger, sealed with the key of the case; its name is sealed.</summary>
/// <param name="By">Unit that added it; null for the hotline's desk and the citizen.</param>
public sealed record FileAdded(UnitRef? By, FileFacts File) : CaseEvent;

/// <summary>A deadline comes near (warning at 80 %).</summary>
/// <param name="Clock">Clock of the city's policy, e.g. <c>handle</c>.</param>
public sealed record DeadlineApproached(string Clock, DateTimeOffset DueAt, UnitRef? Unit) : CaseEvent;

/// <summary>A deadline that was warned of is due at another time: the case went on after a pause, or the city's calendar changed. One that was missed and
/// is due later now was not missed.</summary>
public sealed record DeadlineMoved(string Clock, DateTimeOffset DueAt, UnitRef? Unit) : CaseEvent;

/// <summary>A deadline passed; the unit is urged (催办).</summary>
public sealed record DeadlineMissed(string Clock, DateTimeOffset DueAt, UnitRef? Unit) : CaseEvent;

/// <summary>督办: supervision of level 1 (unit), 2 (unit's head) or 3 (city) was opened over a missed deadline.</summary>
public sealed record SupervisionOpened(string Clock, int Level, DateTimeOffset DueAt, UnitRef? Unit) : CaseEvent;

/// <summary>Whoever is supervised said why it takes so long and what will be done; the words are sealed as an internal record.</summary>
/// <param name="Level">Level that was answered.</param>
/// <param name="By">Unit that answered; null for the hotline's own desk.</param>
public sealed record SupervisionAnswered(string Clock, int Level, UnitRef? By) : CaseEvent;
