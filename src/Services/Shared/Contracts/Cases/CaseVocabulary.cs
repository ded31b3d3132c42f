using System.Text.Json.Serialization;
using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>The three lines of the number: 生活服务, 咨询服务, 效能服务.</summary>
public enum CaseKind
{
    /// <summary>Help in daily life, done by a franchised merchant.</summary>
    LifeService,

    /// <summary>A question, answered from the knowledge base or by an expert.</summary>
    Consultation,

    /// <summary>A matter for the government, handed to the department in charge.</summary>
    Efficiency,
}

/// <summary>Nature of the matter: 咨询 求助 投诉 举报 建议 表扬.</summary>
public enum CaseType { Inquiry, HelpRequest, Complaint, Report, Suggestion, Praise }

/// <summary>How the matter came in.</summary>
public enum Channel
{
    Phone,
    Web,
    App,
    [JsonStringEnumMemberName("wechat")] WeChat,
    Sms,
    [JsonStringEnumMemberName("open311")] Open311,
    Staff,
    Import,
}

/// <summary>Urgency class; it chooses the column of the clock policy. 普通, 紧急, 特急.</summary>
public enum Urgency { General, Pressing, Urgent }

/// <summary>Where a case stands. Closed is not the same as solved: see <see cref="CloseOutcome"/>.</summary>
public enum CaseStatus
{
    /// <summary>Taken in, not yet looked at.</summary>
    Received,

    /// <summary>受理: the city takes the matter on.</summary>
    Accepted,

    /// <summary>不予受理: refused with a typed reason; the citizen was told where to go.</summary>
    Declined,

    /// <summary>初办 done: facts, category and urgency checked, ready to be handed over.</summary>
    Triaged,

    /// <summary>A merchant has an open offer.</summary>
    Offered,

    /// <summary>交办: handed to a department, not yet signed for.</summary>
    Dispatched,

    /// <summary>A merchant or an expert has taken it.</summary>
    Assigned,

    /// <summary>签收: the lead department confirmed receipt.</summary>
    Signed,

    /// <summary>The unit has contacted the citizen, or works on a redo.</summary>
    InProgress,

    /// <summary>退单: the department says "not mine"; waits for another dispatch.</summary>
    Returned,

    /// <summary>Answered or done; the citizen is called back next.</summary>
    AwaitingVisit,

    /// <summary>At its end.</summary>
    Closed,

    /// <summary>职能交叉: on the docket of the supervision body, whose ruling says which department it goes to.</summary>
    Disputed,

    /// <summary>并单: goes on with a lead case, and waits for that one's answer.</summary>
    Merged,

    /// <summary>甄别: taken in with findings; the screening desk decides what they mean.</summary>
    Held,

    /// <summary>The unit has answered; the answer is reviewed before the citizen gets it.</summary>
    InReview,
}

/// <summary>How a case ended.</summary>
public enum CloseOutcome { Solved, Explained, OutOfPower, Unfounded, Withdrawn, Merged, Declined }

/// <summary>Why a matter is not accepted; each has a text that tells the citizen where to go.</summary>
public enum DeclineReason { OutOfPower, InLitigation, Emergency, Duplicate, SettledBefore, TooVague, Abusive, PrivateGain }

/// <summary>What screening (甄别) can find on a new case. Never an automatic refusal: a person decides what it means.</summary>
public enum FindingKind
{
    /// <summary>The same matter is open already: same place and category, or the same words.</summary>
    Duplicate,

    /// <summary>The same citizen has the same matter open.</summary>
    Repeated,

    /// <summary>The same citizen's matter was settled, and nothing new is told.</summary>
    Settled,

    /// <summary>For a court, the procuratorate, the army, or in litigation, arbitration or petition.</summary>
    OutOfPower,

    /// <summary>Life or property is in danger now: 110, 119, 120, 122.</summary>
    Emergency,

    /// <summary>Too little is told to act on it (五要素: who, when, where, cause, course).</summary>
    TooVague,

    /// <summary>Abusive language.</summary>
    Abusive,

    /// <summary>Private gain is suspected: a rival, or a complainer by profession.</summary>
    PrivateGain,

    /// <summary>Personal data of somebody else.</summary>
    OthersPersonalData,
}

/// <summary>A finding with what it rests on.</summary>
/// <param name="Evidence">The words found, how much was told and how much is needed, the number of the other case, or the numbers of others, masked.</param>
public sealed record Finding(FindingKind Kind, string Evidence);

/// <summary>What is wrong with an answer, as rules see it; the reviewer decides.</summary>
public enum AnswerFault
{
    /// <summary>It speaks of something else than was asked.</summary>
    Relevance,

    /// <summary>It leaves out what the citizen needs to know: what was done, when, by whom.</summary>
    Completeness,

    /// <summary>It gives no reason.</summary>
    Explanation,

    /// <summary>The category wants proof of what was done, and no file shows it.</summary>
    Proof,
}

/// <summary>What is known of a file without opening it.</summary>
/// <param name="Type">Media type, found in its content, e.g. <c>image/jpeg</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the content in clear, lower case hex.</param>
public sealed record FileFacts(Guid Id, string Type, long Size, string Sha256);

/// <summary>An answer under review.</summary>
/// <param name="AnsweredAt">As of <see cref="CaseReplied"/>.</param>
/// <param name="Outcome">As of <see cref="CaseReplied"/>.</param>
public sealed record AnswerDraft(
    UnitRef By, string Answer, IReadOnlyList<string> Articles, IReadOnlyList<AnswerFault> Faults, DateTimeOffset? AnsweredAt = null, CloseOutcome? Outcome = null);

/// <summary>Why a department says "not mine" (退单).</summary>
public enum ReturnReason { NotOurDuty, NotOurArea, OverlappingDuties, WrongCategory, Incomplete }

/// <summary>Why a case waits (挂起): the citizen has to answer, or to let somebody in; an appraisal (鉴定) or a court has to decide first; force majeure.</summary>
public enum PauseReason { CitizenToAnswer, CitizenToGrantAccess, AppraisalPending, ForceMajeure }

/// <summary>How an extension (延期) stands.</summary>
public enum ExtensionStatus { Asked, Granted, Refused }

/// <summary>How a citizen answered at a return visit: called by an operator, or by a link with a one-time code.</summary>
public enum VisitWay { Phone, Link }

/// <summary>Answer of the citizen to "are you satisfied?", best first.</summary>
public enum Satisfaction { VerySatisfied, Satisfied, Neutral, Dissatisfied, VeryDissatisfied }
